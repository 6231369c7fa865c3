import type { Activities, Activity } from '../../activities/index.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import type { DueChange } from '../data/changes/pending-changes.ts'
import { newsOf, whenOf, type News } from '../domain/changes/news.ts'
import { urgencyOf, type Urgency } from '../domain/changes/urgency.ts'
import { itemsFor, leftOutAllAlong } from '../domain/own-items.ts'
import { concerns } from '../domain/traveller.ts'
import { whereaboutsAt } from '../domain/whereabouts.ts'
import type { RoomTraveller } from './look-at-due.ts'
import type { Serving, ServingTraveller } from './serving.ts'

export interface LookAtChangesNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'byIds' | 'shownOf'>
  serving: Pick<Serving, 'of'>
}

/** All that one person has to be told of the changes of one activity. */
export interface Telling {
  activity: Activity
  traveller: RoomTraveller
  news: readonly (News & { itemId: number })[]
  urgency: Urgency
  zone: string
}

export type LookAtChanges = ReturnType<typeof lookingAtChanges>

/** Compares what people know with what is true now. Where it is the same again there is nothing to tell. */
export function lookingAtChanges({ activities, items, serving }: LookAtChangesNeeds) {
  return async (due: readonly DueChange[], now: Temporal.Instant): Promise<Telling[]> => {
    const byActivity = Map.groupBy(due, ({ activityId }) => activityId)
    const known = await activities.store.byIds([...byActivity.keys()])
    const current = await items.byIds([...new Set(due.map(({ itemId }) => itemId))])
    const programmes = Map.groupBy(
      await items.shownOf([...byActivity.keys()]),
      ({ activityId }) => activityId,
    )
    const tellings: Telling[] = []
    for (const [activityId, changes] of byActivity) {
      const activity = known.get(activityId)
      if (!activity || activity.state === 'cancelled') continue
      const programme = programmes.get(activityId) ?? []
      const byPerson = Map.groupBy(changes, whose)
      for (const traveller of await concernedBy(changes, activity)) {
        const theirs = byPerson.get(whose(traveller)) ?? []
        const former = new Map(
          theirs.flatMap(({ itemId, known }) => (known ? [[itemId, known] as const] : [])),
        )
        const without = leftOutAllAlong(programme, former, traveller)
        const news = theirs
          .flatMap(({ itemId, known: before }) => {
            const item = current.get(itemId)
            if (!item || without.has(itemId)) return []
            const one = newsOf(before, item, { isTheirs: concerns(item, traveller), now })
            return one ? [{ ...one, itemId }] : []
          })
          .sort((one, other) => Temporal.Instant.compare(whenOf(one), whenOf(other)))
        if (news.length === 0) continue
        const journey = 'serves' in traveller ? [] : itemsFor(programme, traveller)
        const { zone } = whereaboutsAt(journey, traveller.homeZone, now)
        tellings.push({ activity, traveller, news, urgency: urgencyOf(news, { now, zone }), zone })
      }
    }
    return tellings
  }

  /** Whoever still has the seat, or still works there. */
  async function concernedBy(
    changes: readonly DueChange[],
    activity: Activity,
  ): Promise<(RoomTraveller | ServingTraveller)[]> {
    const seats = changes.flatMap(({ applicationId }) => (applicationId === 0 ? [] : [applicationId]))
    const isStaff = changes.length > seats.length
    return [
      ...(seats.length > 0 ? await activities.travellers.of(activity.id, [...new Set(seats)]) : []),
      ...(isStaff ? await serving.of(activity) : []),
    ]
  }
}

const whose = ({ applicationId, personId }: { applicationId: number; personId: number }): string =>
  `${applicationId}/${personId}`
