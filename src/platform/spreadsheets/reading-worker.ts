import { parentPort, workerData } from 'node:worker_threads'
import type { Workbook } from '../../shared/spreadsheet.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'
import { SpreadsheetRefused } from './refusal.ts'

/** What the thread that reads a file tells the one that waits for it. */
export type WorkerAnswer =
  | { kind: 'read'; workbook: Workbook }
  | ({ kind: 'refused' } & Pick<SpreadsheetRefused, 'issueCode' | 'reason' | 'details'>)

const answer = await readSpreadsheet(workerData as Uint8Array).then(
  (workbook): WorkerAnswer => ({ kind: 'read', workbook }),
  (error: unknown): WorkerAnswer => {
    if (!(error instanceof SpreadsheetRefused)) throw error
    return { kind: 'refused', issueCode: error.issueCode, reason: error.reason, details: error.details }
  },
)
parentPort?.postMessage(answer)
