import { parentPort, workerData } from 'node:worker_threads'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import { resultSheets } from '../domain/results/table/result-sheets.ts'
import type { TableOrder, TableRow } from '../domain/results/table/result-table.ts'

/** What the thread is told: some more responses, or that there are no more. */
export type TableMessage = { kind: 'rows'; rows: readonly TableRow[] } | { kind: 'write' }

const table = resultSheets(workerData as TableOrder)

parentPort?.on('message', (message: TableMessage) => {
  if (message.kind === 'rows') for (const row of message.rows) table.add(row)
  else void answer()
})

/** A failure is thrown where the thread that waits hears of it. */
async function answer(): Promise<void> {
  const bytes = await writeSpreadsheet(table.sheets())
  parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
}
