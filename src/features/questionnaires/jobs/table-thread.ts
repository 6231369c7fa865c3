import { parentPort, workerData } from 'node:worker_threads'
import { growingSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import { resultSheets } from '../domain/results/table/result-sheets.ts'
import type { TableOrder, TableRow } from '../domain/results/table/result-table.ts'

/** What the thread is told: some more responses, or that there are no more. */
export type TableMessage = { kind: 'rows'; rows: readonly TableRow[] } | { kind: 'write' }

const file = growingSpreadsheet()
const add = resultSheets(workerData as TableOrder, (name, columns) => file.open(name, columns))

parentPort?.on('message', (message: TableMessage) => {
  if (message.kind === 'rows') return message.rows.forEach(add)
  const bytes = file.finish()
  parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
})
