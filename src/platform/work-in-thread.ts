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

/** A thread that works on what it is told bit by bit. */
export interface ThreadAtWork<Answer> {
  tell(message: unknown): void
  /** The one message it posts. */
  readonly answer: Promise<Answer>
  /** Ends it, whether or not it has answered. */
  end(): Promise<unknown>
}

/**
 * Starts a script in a thread of its own, so that the bot keeps answering others, and resolves with the one message it
 * posts. `input` is its `workerData`; what is in `moved` is handed over instead of copied.
 */
export async function workInThread<Answer>(
  script: URL,
  input: unknown,
  limits: ThreadLimits,
  moved: ArrayBuffer[] = [],
): Promise<Answer> {
  const thread = startThread<Answer>(script, input, limits, moved)
  try {
    return await thread.answer
  } finally {
    await thread.end()
  }
}

/** The same for a thread that is told more while it works; whoever starts it ends it. */
export function startThread<Answer>(
  script: URL,
  input: unknown,
  { deadlineSeconds, memoryMegabytes }: ThreadLimits,
  moved: ArrayBuffer[] = [],
): ThreadAtWork<Answer> {
  const worker = new Worker(script, {
    workerData: input,
    transferList: moved,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  const answer = answerOf<Answer>(worker, deadlineSeconds)
  // Nobody may be waiting for it yet, or any more.
  answer.catch(() => {})
  return { tell: (message) => worker.postMessage(message), answer, end: () => worker.terminate() }
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
