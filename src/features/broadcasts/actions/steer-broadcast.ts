import type { Messenger } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { JobIds } from '../../../platform/jobs.ts'
import type { Addressees } from '../data/addressees.ts'
import type { BroadcastStore } from '../data/broadcast-store.ts'
import type { SendingStore } from '../data/sending-store.ts'
import { aboutPart } from '../domain/parts.ts'
import type { RecipientState } from '../domain/recipient.ts'
import { sendingErrors } from '../domain/sending-errors.ts'

export interface SteeringNeeds {
  clock: Clock
  messenger: Pick<Messenger, 'withdraw'>
  broadcasts: Pick<BroadcastStore, 'read'>
  store: SendingStore
  addressees: Pick<Addressees, 'late'>
  sendJob(name: string, ids: JobIds): Promise<void>
  progressed(broadcastIds: readonly number[]): Promise<void>
}

/** Seconds in which a broadcast can be taken back before the first copy leaves. */
const secondsToUndo = 20

/** Starting, stopping and going on with a broadcast. Who may do so is checked by `runs` before. */
export function steering({
  clock,
  messenger,
  broadcasts,
  store,
  addressees,
  sendJob,
  progressed,
}: SteeringNeeds) {
  const goOn = async (broadcastId: number, morePeople: number): Promise<void> => {
    await store.resume(broadcastId, morePeople, clock.now())
    await sendJob('broadcasts.send', { broadcastId })
    await progressed([broadcastId])
  }

  return {
    goOn,

    /** A draft leaves in a moment, or at the hour that its author has chosen. A second tap changes nothing. */
    arm: (broadcastId: number): Promise<boolean> => store.arm(broadcastId, clock.now(), secondsToUndo),

    /** Takes it back before the first copy has left; afterwards it can only be stopped. */
    async undo(broadcastId: number): Promise<void> {
      if (!(await store.undo(broadcastId, clock.now()))) throw sendingErrors.hasLeft()
      await progressed([broadcastId])
    },

    /** Nobody gets it any more who has not by now; what is on its way arrives. */
    async stop(broadcastId: number): Promise<void> {
      const inOutbox = await store.stop(broadcastId, clock.now())
      if (!inOutbox) throw sendingErrors.isOver()
      const media = (await broadcasts.read(broadcastId))?.content.media.length ?? 0
      const withdrawn = new Set(
        await messenger.withdraw(
          inOutbox.flatMap(({ recipientId, chatId }) => partsOf(recipientId, chatId, media)),
        ),
      )
      await store.withdrawn(
        inOutbox
          .map(({ recipientId }) => recipientId)
          .filter((recipientId) => withdrawn.has(aboutPart({ recipientId, kind: 'words', nth: 0 }))),
      )
      await progressed([broadcastId])
    },

    /** Gives those in these states another turn, if a phone of theirs can be reached now; resolves with how many. */
    async resend(broadcastId: number, states: readonly RecipientState[]): Promise<number> {
      const woken = await store.wakeUp(broadcastId, states)
      if (woken > 0) await goOn(broadcastId, 0)
      return woken
    },

    /** People who have come later get what is of use still; resolves with how many got a turn. */
    async deliverTo(broadcastId: number, personIds: readonly number[]): Promise<number> {
      const broadcast = await broadcasts.read(broadcastId)
      const { state, usefulUntil } = broadcast ?? {}
      if (state !== 'sending' && state !== 'finished') return 0
      if (usefulUntil && Temporal.Instant.compare(usefulUntil, clock.now()) <= 0) return 0
      const { people, waiting } = await addressees.late(broadcastId, personIds)
      if (people > 0) await goOn(broadcastId, people)
      return waiting
    },
  }
}

const partsOf = (recipientId: number, chatId: number, media: number) => [
  { chatId, about: aboutPart({ recipientId, kind: 'words', nth: 0 }) },
  ...Array.from({ length: media }, (_, nth) => ({
    chatId,
    about: aboutPart({ recipientId, kind: 'media', nth }),
  })),
]
