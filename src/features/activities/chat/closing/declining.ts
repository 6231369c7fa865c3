import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ClosingStore } from '../../data/closing/closing-store.ts'
import { closedBecause } from '../../domain/activity.ts'
import { declineInvitation } from '../buttons.ts'
import { declined } from './closing-view.ts'

export interface DecliningNeeds {
  activities: Pick<ActivityStore, 'read'>
  closings: Pick<ClosingStore, 'decline'>
  clock: Clock
}

/** Whoever is invited says that they do not come, and is not reminded any more. */
export function declining({ activities, closings, clock }: DecliningNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()
  composer.callbackQuery(declineInvitation.pattern, async (chat) => {
    const { activityId } = declineInvitation.unpack(chat.callbackQuery.data)
    const { personId } = chat.viewer
    const activity = await activities.read(activityId)
    if (!activity || personId === null || !(await closings.decline(activityId, personId))) throw staleButton()
    chat.turn(declined(chat.words, activity, !closedBecause(activity, clock.now())))
  })
  return composer
}
