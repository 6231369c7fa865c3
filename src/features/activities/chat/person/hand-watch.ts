import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Messenger } from '../../../../bot/messenger.ts'
import { isQuiet } from '../../../../shared/quiet-hours.ts'
import type { People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { CoordinatorList } from '../../data/coordinator-list.ts'
import type { HandList } from '../../data/person/hand-list.ts'
import type { HandNews } from '../../data/person/hand-news.ts'
import { handListView } from './hand-views.ts'

export interface HandWatchNeeds {
  activities: Pick<ActivityStore, 'byIds'>
  hands: Pick<HandList, 'of'>
  news: HandNews
  coordinatorList: CoordinatorList
  people: Pick<People, 'wordsIn'>
  messenger: Pick<Messenger, 'show'>
  homeTimeZone: string
}

/** While something of these hours waits, what comes is added to the card in its place; else it comes as a new one, which rings. */
const sameCardHours = 3

/** Shows coordinators what waits to be passed on: one card for each activity, whatever has gathered. */
export function handWatch(needs: HandWatchNeeds): Watch {
  const { activities, hands, news, coordinatorList, people, messenger, homeTimeZone } = needs

  async function show(activityId: number, now: Temporal.Instant, isFresh: boolean): Promise<void> {
    const activity = (await activities.byIds([activityId])).get(activityId)
    if (!activity) return
    const all = await hands.of(activityId)
    for (const { userId, language, zone } of await coordinatorList.of(activity.code)) {
      const card = handListView(people.wordsIn(language), {
        activity,
        all,
        offset: 0,
        now,
        zone: homeTimeZone,
      })
      const silence = isQuiet(now, zone) ? { isSilent: true } : {}
      messenger.show(userId, `activities.byHand.${activityId}`, { ...card, ...silence }, { isFresh })
    }
  }

  return {
    name: 'activities.byHand',
    nextDue: () => news.nextDue(),
    async work(now) {
      const lapsed = await news.lapse(now)
      const announced = await news.announce(now)
      const known = new Set(announced.map(({ id }) => id))
      for (const { id } of lapsed) if (!known.has(id)) await show(id, now, false)
      for (const { id, isUrgent } of announced) {
        const since = now.subtract({ hours: sameCardHours })
        await show(id, now, isUrgent || !(await news.wasShownSince(id, since, now)))
      }
      return lapsed.length + announced.length > 0
    },
  }
}
