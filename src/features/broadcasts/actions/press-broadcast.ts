import type { BroadcastStore } from '../data/broadcast-store.ts'
import type { Pressing, WordStore } from '../data/word-store.ts'
import { asksForWord, type Broadcast } from '../domain/broadcast.ts'
import { sendingErrors } from '../domain/sending-errors.ts'
import type { Clock } from '../../../platform/clock.ts'

export interface PressBroadcastNeeds {
  broadcasts: Pick<BroadcastStore, 'read'>
  words: Pick<WordStore, 'own' | 'saw' | 'answered' | 'optOut'>
  clock: Clock
  progressed(broadcastIds: readonly number[]): Promise<void>
}

/** A broadcast and its recipient as they are after a tap. */
export interface PressedBroadcast {
  broadcast: Broadcast
  pressing: Pressing
  /** It says something that was not said before. */
  isNew: boolean
}

export type PressBroadcast = ReturnType<typeof pressBroadcast>

/** What somebody says to a broadcast by a tap: that they have seen it, an answer, that they want no more of these. */
export function pressBroadcast({ broadcasts, words, clock, progressed }: PressBroadcastNeeds) {
  async function own(recipientId: number, personId: number | null) {
    const pressing = await words.own(recipientId, personId)
    const broadcast = pressing && (await broadcasts.read(pressing.broadcastId))
    if (!broadcast) throw sendingErrors.gone()
    if (broadcast.recalledAt !== null) throw sendingErrors.recalled()
    return { broadcast, pressing }
  }

  return {
    async saw(recipientId: number, personId: number | null): Promise<PressedBroadcast> {
      const { broadcast, pressing } = await own(recipientId, personId)
      if (!asksForWord(broadcast)) throw sendingErrors.gone()
      if (pressing.hasSeen) return { broadcast, pressing, isNew: false }
      await words.saw(recipientId, clock.now())
      await progressed([broadcast.id])
      return { broadcast, pressing: { ...pressing, hasSeen: true }, isNew: true }
    },

    /** One answer each, changeable until the time for answers is over. */
    async answer(recipientId: number, personId: number | null, nth: number): Promise<PressedBroadcast> {
      const { broadcast, pressing } = await own(recipientId, personId)
      if (!broadcast.answers[nth]) throw sendingErrors.gone()
      if (pressing.answer === nth) return { broadcast, pressing, isNew: false }
      const { answersUntil } = broadcast
      if (answersUntil && Temporal.Instant.compare(answersUntil, clock.now()) <= 0)
        throw sendingErrors.answersOver()
      await words.answered(recipientId, nth, clock.now())
      await progressed([broadcast.id])
      return { broadcast, pressing: { ...pressing, hasSeen: true, answer: nth }, isNew: true }
    },

    async wantsNoMore(recipientId: number, personId: number | null): Promise<PressedBroadcast> {
      const { broadcast, pressing } = await own(recipientId, personId)
      if (!pressing.canOptOut) throw sendingErrors.gone()
      await words.optOut(pressing.personId, clock.now())
      return { broadcast, pressing, isNew: true }
    },
  }
}
