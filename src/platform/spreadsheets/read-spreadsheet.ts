import type { Workbook } from '../../shared/spreadsheet.ts'
import { notEvenZipped } from './file-kind.ts'
import { limits } from './limits.ts'
import { readNumberFormats } from './number-formats.ts'
import { tooLarge } from './refusal.ts'
import { readRows } from './sheet-rows.ts'
import { readSharedStrings } from './text-items.ts'
import { findParts } from './workbook-parts.ts'
import { openZip } from './zip-archive.ts'

/**
 * Reads an `.xlsx` file into plain data, or refuses it with a `SpreadsheetRefused`. Files from people go through
 * `readSpreadsheetInWorker`, because a large one keeps a processor busy for seconds.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.length > limits.fileBytes) throw tooLarge('bytes', limits.fileBytes / 1024 / 1024)
  const refusal = notEvenZipped(bytes)
  if (refusal) throw refusal
  const zip = openZip(bytes)
  const parts = findParts(zip)
  const meanings = {
    sharedStrings: readSharedStrings(zip, parts.sharedStrings),
    styles: readNumberFormats(zip, parts.styles),
    countsFrom1904: parts.countsFrom1904,
    countCell: counter(),
  }
  return { sheets: parts.sheets.map(({ name, part }) => ({ name, rows: readRows(zip, part, meanings) })) }
}

function counter() {
  let cells = 0
  return () => {
    if (++cells > limits.cells) throw tooLarge('cells', limits.cells)
  }
}
