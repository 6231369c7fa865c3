import type { Accounts } from '../../../../bot/data/accounts.ts'
import type { Messenger } from '../../../../bot/messenger.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Activities } from '../../../activities/index.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { WhoFollowsChanges } from '../../actions/who-follows-changes.ts'
import type { ChangeStanding } from '../../data/changes/change-standing.ts'
import { standingView } from './standing-view.ts'

export interface StandingCardsNeeds {
  activities: Pick<Activities, 'store'>
  follows: WhoFollowsChanges
  accounts: Pick<Accounts, 'ofPersons'>
  messenger: Pick<Messenger, 'show'>
  texts: Texts
  standing: Pick<ChangeStanding, 'of'>
  clock: Clock
}

export type StandingCards = ReturnType<typeof standingCards>

/** Shows those who follow the changes of an activity how its latest changes have been taken: one card each, edited in place. */
export function standingCards({
  activities,
  follows,
  accounts,
  messenger,
  texts,
  standing,
  clock,
}: StandingCardsNeeds) {
  return async (activityId: number, { isFresh }: { isFresh: boolean }): Promise<void> => {
    const activity = await activities.store.read(activityId)
    const told = await standing.of(activityId)
    if (!activity || told.length === 0) return
    const following = await follows(activity, clock.now())
    for (const phones of (await accounts.ofPersons(following)).values())
      for (const { userId, language, isReachable } of phones)
        if (isReachable)
          messenger.show(userId, screenOf(activityId), standingView(texts.words(language), activity, told), {
            isFresh,
          })
  }
}

export const screenOf = (activityId: number): string => `changes:${activityId}`
