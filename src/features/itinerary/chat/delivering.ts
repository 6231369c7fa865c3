import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Fate } from '../../../bot/feature.ts'
import type { DocumentMessage, Message, Messenger } from '../../../bot/messenger.ts'
import { isByHand } from '../../../shared/by-hand.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { DeliveryFate, DeliveryKind, DeliveryStore } from '../data/changes/delivery-store.ts'

export type Delivering = ReturnType<typeof delivering>

/** Something the programme has to tell somebody by itself. */
export interface Letter {
  activityId: number
  personId: number
  kind: DeliveryKind
  itemIds: readonly number[]
  /** `deliveryId` is what its buttons carry. */
  say(words: Words, deliveryId: number): Message | DocumentMessage
  /** Asks for the tap that says "I have read this". */
  needsSeen?: boolean
  /** When it rings once more unless it has been seen. */
  ringsAgainAt?: Temporal.Instant
  /** From then on it is of no use to be passed on to whoever has no Telegram. */
  usefulUntil?: Temporal.Instant
  /** It asks for a tap and nothing else: a coordinator has other ways, so it is not passed on. */
  isForPhones?: boolean
  /** 1 urgent, 2 normal (`priorities` of the outbox). */
  priority: number
}

export interface DeliveringNeeds {
  accounts: Pick<Accounts, 'ofPersons'>
  messenger: Messenger
  texts: Texts
  deliveries: DeliveryStore
}

/**
 * Sends letters, each at most once, and keeps a row for every one. Somebody with two phones gets it on both, of which the
 * first counts; somebody with none stands as `unreachable`. The ids of the rows come back in the order of the letters; 0 for what is not
 * passed on by hand.
 */
export function delivering({ accounts, messenger, texts, deliveries }: DeliveringNeeds) {
  return async (letters: readonly Letter[]): Promise<number[]> => {
    const phones = await accounts.ofPersons([...new Set(letters.map(({ personId }) => personId))])
    const reachable = (personId: number) =>
      (phones.get(personId) ?? []).filter(({ isReachable }) => isReachable)
    const isPassedOn = ({ personId }: Letter) => reachable(personId).some(({ userId }) => isByHand(userId))
    const sent = letters.filter((letter) => !(letter.isForPhones && isPassedOn(letter)))
    const ids = await deliveries.add(
      sent.map(({ activityId, personId, kind, itemIds, needsSeen = false, ringsAgainAt = null }) => ({
        ...{ activityId, personId, kind, itemIds, needsSeen, ringsAgainAt },
        chatId: reachable(personId)[0]?.userId ?? null,
      })),
    )
    for (const [at, letter] of sent.entries()) await send(letter, ids[at] ?? 0, reachable(letter.personId))
    const idOf = new Map(sent.map((letter, at) => [letter, ids[at]]))
    return letters.map((letter) => idOf.get(letter) ?? 0)
  }

  async function send(
    { say, priority, usefulUntil }: Letter,
    deliveryId: number,
    phones: readonly { userId: number; language: Words['language'] }[],
  ): Promise<void> {
    for (const [nth, { userId, language }] of phones.entries()) {
      const message = say(texts.wordsTo({ userId, language }), deliveryId)
      const about = nth === 0 ? { about: aboutOf(deliveryId) } : {}
      await messenger.deliver(userId, message, { priority, usefulUntil, ...about })
    }
  }
}

const prefix = 'itinerary:'
const aboutOf = (deliveryId: number) => `${prefix}${deliveryId}`

/** The fates that are this room's, as it keeps them. */
export const ownFates = (fates: readonly Fate[]): DeliveryFate[] =>
  fates.flatMap(({ about, fate, messageId }) => {
    if (!about.startsWith(prefix)) return []
    const state = fate === 'inDoubt' ? 'in_doubt' : fate
    return [{ deliveryId: Number(about.slice(prefix.length)), state, messageId }]
  })
