import type { Clock } from '../../../platform/clock.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { readText } from '../../../shared/localized-text.ts'
import type { Activities, Activity } from '../../activities/index.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import { nextAfter } from '../domain/own-days.ts'
import { itemsFor } from '../domain/own-items.ts'
import { itemTitle } from './item-title.ts'
import { timeIn } from './item-times.ts'

/** What somebody's programme has next, in plain words. */
export interface NextItem {
  title: string | undefined
  /** "09:30 (Barselona saati)". */
  time: string
  place: string | undefined
}

export interface NextItemsNeeds {
  activities: Pick<Activities, 'travellers'>
  items: Pick<ItemStore, 'shownOf'>
  clock: Clock
}

/** What comes next for each of these people on a trip; whoever has nothing more is not in it. */
export function nextItems({ activities, items, clock }: NextItemsNeeds) {
  return async (
    words: Words,
    activity: Activity,
    personIds: readonly number[],
  ): Promise<Map<number, NextItem>> => {
    const programme = await items.shownOf([activity.id])
    const working = activity.workingLanguage ?? undefined
    const seats = (await activities.travellers.ofPersons(personIds)).filter(
      ({ activityId }) => activityId === activity.id,
    )
    return new Map(
      seats.flatMap((traveller) => {
        const next = nextAfter(itemsFor(programme, traveller), clock.now())
        if (!next) return []
        const from = { zone: next.startZone, city: next.startCity, working }
        const item = {
          title: itemTitle(words, next, working),
          time: timeIn(words, next.startsAt, from),
          place: readText(next.place, words.language, working),
        }
        return [[traveller.personId, item] as const]
      }),
    )
  }
}
