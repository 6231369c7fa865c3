import { createHash } from 'node:crypto'
import type { Accounts } from '../../../../bot/data/accounts.ts'
import type { Watch } from '../../../../bot/keep-watch.ts'
import { priorities, type Message, type Messenger } from '../../../../bot/messenger.ts'
import { isByHand } from '../../../../shared/by-hand.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Activities, Activity, Traveller } from '../../../activities/index.ts'
import type { DayCard, DayCardAfter, DayCardStore } from '../../data/day/day-card-store.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import { dayOfCard } from '../../domain/day-of-card.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import { itemsFor } from '../../domain/own-items.ts'
import * as buttons from './buttons.ts'
import { dayText, hourKeys } from './day-view.ts'
import { tripScene, type TripScene } from './trip-scene.ts'

export interface CardNeeds {
  cards: Pick<DayCardStore, 'nextDue' | 'claim' | 'save'>
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'shownOf'>
  accounts: Pick<Accounts, 'ofPersons'>
  dutyPhones(activity: Activity, now: Temporal.Instant): Promise<string[]>
  texts: Texts
  messenger: Pick<Messenger, 'show' | 'pin' | 'unpin'>
}

/** Cards that are looked at in one transaction. */
const portion = 200

type Phone = Awaited<ReturnType<Accounts['ofPerson']>>[number]

/** Keeps the pinned card of the day as the programme is: the new day's comes, what begins, ends or changes is shown in place. */
export function cardOfTheDay(needs: CardNeeds): Watch {
  const { cards, activities, items, accounts, dutyPhones, texts, messenger } = needs

  return {
    name: 'itinerary.day-cards',
    nextDue: () => cards.nextDue(),
    async work(now) {
      const due = await cards.claim(now, portion)
      if (due.length === 0) return false
      const phones = await accounts.ofPersons([...new Set(due.map(({ personId }) => personId))])
      const after: DayCardAfter[] = []
      for (const [activityId, its] of Map.groupBy(due, (card) => card.activityId))
        after.push(...(await ofActivity(activityId, its, phones, now)))
      await cards.save(after)
      return true
    },
  }

  async function ofActivity(
    activityId: number,
    its: readonly DayCard[],
    phones: ReadonlyMap<number, readonly Phone[]>,
    now: Temporal.Instant,
  ): Promise<DayCardAfter[]> {
    const activity = await activities.store.read(activityId)
    const isOn = activity && activity.state !== 'cancelled'
    const ids = its.map(({ applicationId }) => applicationId)
    const travellers = new Map(
      (isOn ? await activities.travellers.of(activityId, ids) : []).map((each) => [each.applicationId, each]),
    )
    const programme = isOn ? await items.shownOf([activityId]) : []
    const numbers = isOn ? await dutyPhones(activity, now) : []
    return its.map((card) => {
      const traveller = travellers.get(card.applicationId)
      const reachable = (phones.get(card.personId) ?? []).filter(
        ({ isReachable, userId }) => isReachable && !isByHand(userId),
      )
      if (!activity || !traveller) return takenOff(card, reachable, null)
      return shown(card, { activity, traveller, programme, numbers, reachable, now })
    })
  }

  interface Looked {
    activity: Activity
    traveller: Traveller
    programme: readonly ProgrammeItem[]
    numbers: readonly string[]
    reachable: readonly Phone[]
    now: Temporal.Instant
  }

  function shown(card: DayCard, looked: Looked): DayCardAfter {
    const { activity, traveller, programme, numbers, reachable, now } = looked
    const theirs = itemsFor(programme, traveller)
    const { day, nextAt } = dayOfCard(theirs, traveller.homeZone, now)
    if (day === null || nextAt === null) return takenOff(card, reachable, nextAt)
    const scene = tripScene({ activity, traveller, items: theirs, dutyPhones: numbers }, now)
    const messages = reachable.map(({ userId, language }) => ({
      userId,
      message: cardMessage(texts.words(language), scene, day),
    }))
    const textHash = hashOf(messages)
    if (textHash !== card.textHash)
      for (const { userId, message } of messages) {
        const isFresh = !card.day?.equals(day)
        // Nobody waits for it; what rings, and what leaves, goes first.
        messenger.show(userId, screenOf(card), message, { isFresh, priority: priorities.bulk })
        messenger.pin(userId, screenOf(card))
      }
    return { applicationId: card.applicationId, day, textHash, dueAt: nextAt }
  }

  function takenOff(
    card: DayCard,
    reachable: readonly Phone[],
    dueAt: Temporal.Instant | null,
  ): DayCardAfter {
    if (card.day) for (const { userId } of reachable) messenger.unpin(userId, screenOf(card))
    return { applicationId: card.applicationId, day: null, textHash: null, dueAt }
  }
}

const screenOf = ({ activityId }: DayCard): string => `day:${activityId}`

const hashOf = (messages: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(messages)).digest('base64url')

/** The day, complete; its hours open below, because the card stays as it is. */
const cardMessage = (words: Words, scene: TripScene, day: Temporal.PlainDate): Message => ({
  text: dayText(words, scene, day),
  keyboard: [
    ...hourKeys(scene, day, (itemId) => buttons.openItemBelow.pack({ itemId })),
    [{ text: words.plain('itinerary:key.open'), callback_data: buttons.openBelow.pack({}) }],
  ],
  isSilent: true,
})
