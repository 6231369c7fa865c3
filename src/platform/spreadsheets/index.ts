/** Spreadsheets: files that people send are read within bounds, files they get are written so that nothing in them runs. */
export { readSpreadsheet } from './read-spreadsheet.ts'
export { readSpreadsheetInWorker } from './read-in-worker.ts'
export { SpreadsheetRefused } from './refusal.ts'
export { writeSpreadsheet } from './write-spreadsheet.ts'
export { growingSpreadsheet, type GrowingSheet, type GrowingSpreadsheet } from './growing-spreadsheet.ts'
