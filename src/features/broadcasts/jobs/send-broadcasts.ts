import { setTimeout as sleep } from 'node:timers/promises'
import type { Job, JobIds } from '../../../platform/jobs.ts'
import { sendingJob } from '../chat/sending/watches.ts'
import type { Fed } from '../chat/sending/feeding.ts'
import type { SendingStore } from '../data/sending-store.ts'

export interface SendBroadcastsNeeds {
  store: Pick<SendingStore, 'sending'>
  feed(broadcastId: number): Promise<Fed>
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** Milliseconds between two rounds. */
const pause = 250
/** Milliseconds after which another job goes on, maybe in another process: so a process can stop at any time. */
const longest = 3_000

/**
 * Feeds all broadcasts that are being sent, in rounds, a portion of each: so they share the rate, and one that begins later
 * does not wait until another is through. One such loop is enough for a process; a job that comes meanwhile makes it look
 * once more before it ends.
 */
export function sendBroadcasts({ store, feed, sendJob }: SendBroadcastsNeeds): Job {
  let isFeeding = false
  let looksAgain = false

  /** Whether somebody may still wait for a turn. */
  async function round(): Promise<boolean> {
    let goesOn = false
    for (const { id } of await store.sending()) if ((await feed(id)) !== 'over') goesOn = true
    return goesOn
  }

  return {
    name: sendingJob,
    async work(ids) {
      looksAgain = true
      if (isFeeding) return
      isFeeding = true
      const until = performance.now() + longest
      try {
        while (looksAgain && performance.now() < until) {
          looksAgain = false
          if (await round()) {
            looksAgain = true
            await sleep(pause)
          }
        }
      } finally {
        isFeeding = false
      }
      if (looksAgain) await sendJob(sendingJob, ids)
    },
  }
}
