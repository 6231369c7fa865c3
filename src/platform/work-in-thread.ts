import { Worker } from 'node:worker_threads'

/** What a thread of its own may use up. */
export interface ThreadLimits {
  deadlineSeconds: number
  memoryMegabytes: number
}

/** A thread that was ended because it used up what it may. */
export class ThreadOverran extends Error {
  readonly what: 'time' | 'memory'

  constructor(what: 'time' | 'memory') {
    super(`a thread used up its ${what}`)
    this.what = what
  }
}

/**
 * Starts a script in a thread of its own, so that the bot keeps answering others, and resolves with the one message it
 * posts. `input` is its `workerData`; what is in `moved` is handed over instead of copied.
 */
export async function workInThread<Answer>(
  script: URL,
  input: unknown,
  { deadlineSeconds, memoryMegabytes }: ThreadLimits,
  moved: ArrayBuffer[] = [],
): Promise<Answer> {
  const worker = new Worker(script, {
    workerData: input,
    transferList: moved,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  try {
    return await answerOf<Answer>(worker, deadlineSeconds)
  } finally {
    await worker.terminate()
  }
}

function answerOf<Answer>(worker: Worker, deadlineSeconds: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const alarm = setTimeout(() => reject(new ThreadOverran('time')), deadlineSeconds * 1000)
    const settle = (settled: () => void) => {
      clearTimeout(alarm)
      settled()
    }
    worker.once('message', (answer: Answer) => settle(() => resolve(answer)))
    worker.once('error', (error: Error & { code?: string }) =>
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadOverran('memory') : error)),
    )
    worker.once('exit', (code) => settle(() => reject(new Error(`a thread ended with ${code}`))))
  })
}
