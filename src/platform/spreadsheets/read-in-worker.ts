import type { Workbook } from '../../shared/spreadsheet.ts'
import { ThreadOverran, workInThread } from '../work-in-thread.ts'
import { SpreadsheetRefused, tooLarge } from './refusal.ts'
import type { WorkerAnswer } from './reading-worker.ts'

const memoryMegabytes = 320

/**
 * Reads a file that somebody sent in a thread of its own, so that the bot keeps answering others: refused with
 * `E_FILE_TOO_LARGE` when the deadline passes or the memory for it is used up.
 */
export async function readSpreadsheetInWorker(
  bytes: Uint8Array,
  { deadlineSeconds = 10 }: { deadlineSeconds?: number } = {},
): Promise<Workbook> {
  const copy = new Uint8Array(bytes) // `slice` of a Buffer would hand over memory that others use too
  const script = new URL('./reading-worker.ts', import.meta.url)
  const limits = { deadlineSeconds, memoryMegabytes }
  try {
    return readAnswer(await workInThread<WorkerAnswer>(script, copy, limits, [copy.buffer]))
  } catch (error) {
    if (!(error instanceof ThreadOverran)) throw error
    throw tooLarge(error.what, error.what === 'time' ? deadlineSeconds : memoryMegabytes)
  }
}

/** An error loses its class on the way between threads, so the refusal is built anew. */
function readAnswer(answer: WorkerAnswer): Workbook {
  if (answer.kind === 'read') return answer.workbook
  throw new SpreadsheetRefused(answer.issueCode, answer.reason, { ...answer.details })
}
