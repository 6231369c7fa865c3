import { Worker } from 'node:worker_threads'
import type { Workbook } from '../../shared/spreadsheet.ts'
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
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: copy,
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  try {
    return readAnswer(await answerOf(worker, deadlineSeconds))
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker, deadlineSeconds: number): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const alarm = setTimeout(() => reject(tooLarge('time', deadlineSeconds)), deadlineSeconds * 1000)
    const settle = (settled: () => void) => {
      clearTimeout(alarm)
      settled()
    }
    worker.once('message', (answer: WorkerAnswer) => settle(() => resolve(answer)))
    worker.once('error', (error: Error & { code?: string }) =>
      settle(() =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge('memory', memoryMegabytes) : error),
      ),
    )
    worker.once('exit', (code) => settle(() => reject(new Error(`the reading worker ended with ${code}`))))
  })
}

/** An error loses its class on the way between threads, so the refusal is built anew. */
function readAnswer(answer: WorkerAnswer): Workbook {
  if (answer.kind === 'read') return answer.workbook
  throw new SpreadsheetRefused(answer.issueCode, answer.reason, { ...answer.details })
}
