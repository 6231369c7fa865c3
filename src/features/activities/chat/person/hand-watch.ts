import type { Watch } from '../../../../bot/keep-watch.ts'
import type { Messenger } from '../../../../bot/messenger.ts'
import { isQuiet } from '../../../../shared/quiet-hours.ts'
import type { People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { CoordinatorList } from '../../data/coordinator-list.ts'
import type { HandList } from '../../data/person/hand-list.ts'
import { handListView } from './hand-views.ts'

export interface HandWatchNeeds {
  activities: Pick<ActivityStore, 'byIds'>
  hands: HandList
  coordinatorList: CoordinatorList
  people: Pick<People, 'wordsIn'>
  messenger: Pick<Messenger, 'show'>
  homeTimeZone: string
}

/** So long what has come since is added to the card in its place; later it comes as a new one, which rings. */
const sameCardMinutes = 30

/** Shows coordinators that something waits to be passed on: one card for each activity, whatever has gathered. */
export function handWatch(needs: HandWatchNeeds): Watch {
  const { activities, hands, coordinatorList, people, messenger, homeTimeZone } = needs
  return {
    name: 'activities.byHand',
    nextDue: () => hands.freshSince(),
    async work(now) {
      const ids = await hands.announce(now)
      for (const [activityId, activity] of await activities.byIds(ids)) {
        const all = await hands.of(activityId)
        const isFresh = !(await hands.wasShownSince(
          activityId,
          now.subtract({ minutes: sameCardMinutes }),
          now,
        ))
        for (const { userId, language, homeZone } of await coordinatorList.of(activity.code)) {
          const card = handListView(people.wordsIn(language), { activity, all, offset: 0 })
          const silence = isQuiet(now, homeZone ?? homeTimeZone) ? { isSilent: true } : {}
          messenger.show(userId, `activities.byHand.${activityId}`, { ...card, ...silence }, { isFresh })
        }
      }
      return ids.length > 0
    },
  }
}
