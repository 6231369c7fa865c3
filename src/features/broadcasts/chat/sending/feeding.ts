import type { Accounts, PersonsAccount } from '../../../../bot/data/accounts.ts'
import type { Messenger } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { outsideQuietHours } from '../../../../shared/quiet-hours.ts'
import type { BroadcastStore } from '../../data/broadcast-store.ts'
import type { RecipientFates } from '../../data/recipient-fates.ts'
import type { Turn, TurnEnd, Turns } from '../../data/turns.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import type { CorrectedClock } from '../afterwards/corrected-clock.ts'
import { handOut, isCaption } from './handing-out.ts'
import type { Addressee, ForSomebody, MessagesFor } from './messages-for.ts'

export interface FeedingNeeds {
  database: Pick<Database, 'transaction'>
  clock: Clock
  accounts: Pick<Accounts, 'ofPersons'>
  messenger: Pick<Messenger, 'deliver'>
  broadcasts: Pick<BroadcastStore, 'read'>
  turns: Turns
  fates: Pick<RecipientFates, 'finish'>
  messagesFor: MessagesFor
  clockOf: CorrectedClock
  /** In which zone people are. */
  zonesOf(personIds: readonly number[], at: Temporal.Instant): Promise<ReadonlyMap<number, string>>
  /** Something is to be seen on the cards of these. */
  progressed(broadcastIds: readonly number[]): Promise<void>
  /** Messages a second of the whole bot. */
  sendRate: number
}

/** `fed`: somebody's turn has come. `full`: the outbox has enough of it. `over`: nobody waits for a turn. */
export type Fed = 'fed' | 'full' | 'over'

/** So many seconds of the whole rate wait in the outbox, of each broadcast: enough not to run dry, few enough to stop. */
const secondsAhead = 3

/**
 * Gives the next of a broadcast their turn, in one transaction: whoever has a turn is in the outbox when it is written down
 * that they have had it, whatever dies in between.
 */
export function feeding(needs: FeedingNeeds) {
  const {
    database,
    clock,
    accounts,
    messenger,
    broadcasts,
    turns,
    fates,
    messagesFor,
    clockOf,
    zonesOf,
    progressed,
  } = needs
  const ahead = Math.ceil(needs.sendRate * secondsAhead)
  const atOnce = Math.max(Math.ceil(needs.sendRate), 10)

  return (broadcastId: number): Promise<Fed> =>
    database.transaction(async () => {
      if (!(await turns.hold(broadcastId))) return (await turns.isSending(broadcastId)) ? 'full' : 'over'
      const broadcast = await broadcasts.read(broadcastId)
      if (!broadcast) return 'over'
      await turns.touch(broadcastId)
      const now = clock.now()
      if (isPast(broadcast.usefulUntil, now)) await turns.tooLate(broadcastId)
      const room = ahead - (await turns.inOutbox(broadcastId, ahead))
      if (room <= 0) return 'full'
      const taken = await turns.take(broadcastId, Math.min(room, atOnce))
      if (taken.length === 0) {
        await fates.finish([broadcastId], now)
        return 'over'
      }
      const ends = await give(broadcast, taken, now)
      await turns.end(ends, broadcast.revision)
      // Of the others their fate will be heard.
      if (ends.some(({ state }) => state !== 'sending')) await progressed([broadcastId])
      return 'fed'
    })

  /** What becomes of these turns; those who can have it have it in the outbox. */
  async function give(
    broadcast: Broadcast,
    taken: readonly Turn[],
    now: Temporal.Instant,
  ): Promise<TurnEnd[]> {
    const personIds = taken.map(({ personId }) => personId)
    const phones = await accounts.ofPersons(personIds)
    const reachable = new Map(
      taken.map(({ personId }) => [
        personId,
        (phones.get(personId) ?? []).filter((phone) => phone.isReachable),
      ]),
    )
    const mornings = broadcast.priority === 'urgent' ? noMornings : await morningsOf(personIds, now)
    const awake = taken.filter(({ personId }) => !mornings.has(personId))
    const said = await messagesOnPhones(broadcast, awake, reachable)
    const ends: TurnEnd[] = []
    for (const { recipientId, personId } of taken) {
      const notBefore = mornings.get(personId)
      const own = reachable.get(personId) ?? []
      if (own.length === 0) ends.push({ recipientId, state: 'blocked' })
      else if (notBefore) ends.push({ recipientId, state: 'quiet', notBefore })
      else ends.push(await send(broadcast, recipientId, own, said.get(recipientId) ?? []))
    }
    return ends
  }

  async function send(
    { priority, revision, usefulUntil }: Broadcast,
    recipientId: number,
    phones: readonly PersonsAccount[],
    said: readonly ForSomebody[],
  ): Promise<TurnEnd> {
    const ready = phones.flatMap((phone, at) => {
      const one = said[at]
      return one?.kind === 'messages' ? [{ phone, messages: one.messages }] : []
    })
    const [first] = ready
    if (!first) {
      const because = said.flatMap((one) => (one.kind === 'failed' ? [one.because] : []))[0]
      return { recipientId, state: 'failed', because: because ?? 'language' }
    }
    await handOut(messenger, {
      ...{ recipientId, priority, revision, usefulUntil },
      phones: ready.map(({ phone }) => phone),
      messages: ready.map(({ messages }) => messages),
    })
    return {
      ...{ recipientId, state: 'sending', isCaption: isCaption(first.messages) },
      ...{ chatId: first.phone.userId, language: first.phone.language },
    }
  }

  /** For each phone of each the messages in its language. */
  async function messagesOnPhones(
    broadcast: Broadcast,
    taken: readonly Turn[],
    phones: ReadonlyMap<number, readonly PersonsAccount[]>,
  ): Promise<Map<number, ForSomebody[]>> {
    const said = new Map<number, ForSomebody[]>()
    const late = new Set(taken.flatMap(({ recipientId, isLate }) => (isLate ? [recipientId] : [])))
    const clockText = await clockOf(broadcast)
    const { startedAt } = broadcast
    const more: Parameters<MessagesFor>[2] = ({ recipientId }, words) =>
      startedAt !== null && late.has(recipientId)
        ? { sentEarlierAt: clockText(startedAt, words, { withDay: true }) }
        : {}
    const most = Math.max(0, ...[...phones.values()].map(({ length }) => length))
    for (let nth = 0; nth < most; nth += 1) {
      const readers = taken.flatMap(({ recipientId, personId }): Addressee[] => {
        const phone = phones.get(personId)?.[nth]
        return phone ? [{ recipientId, personId, language: phone.language, chatId: phone.userId }] : []
      })
      for (const [recipientId, one] of await messagesFor(broadcast, readers, more))
        said.set(recipientId, [...(said.get(recipientId) ?? []), one])
    }
    return said
  }

  /** When the night of those who sleep is over. */
  async function morningsOf(
    personIds: readonly number[],
    now: Temporal.Instant,
  ): Promise<Map<number, Temporal.Instant>> {
    const mornings = new Map<number, Temporal.Instant>()
    for (const [personId, zone] of await zonesOf(personIds, now)) {
      const morning = outsideQuietHours(now, zone)
      if (Temporal.Instant.compare(morning, now) > 0) mornings.set(personId, morning)
    }
    return mornings
  }
}

const noMornings: ReadonlyMap<number, Temporal.Instant> = new Map()

/** Whether a moment has passed; without one never. */
export const isPast = (moment: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  moment !== null && Temporal.Instant.compare(moment, now) <= 0
