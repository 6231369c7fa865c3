import type { Accounts } from '../../../../bot/data/accounts.ts'
import type { Messenger } from '../../../../bot/messenger.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Activities } from '../../../activities/index.ts'
import type { People } from '../../../people/index.ts'
import type { ChangeStanding } from '../../data/change-standing.ts'
import { standingView } from './standing-view.ts'

export interface StandingCardsNeeds {
  activities: Pick<Activities, 'store'>
  people: Pick<People, 'roles'>
  accounts: Pick<Accounts, 'ofPersons'>
  messenger: Pick<Messenger, 'show'>
  texts: Texts
  standing: Pick<ChangeStanding, 'of'>
}

export type StandingCards = ReturnType<typeof standingCards>

/** Shows all who run an activity how its latest changes have been taken: one card each, edited in place. */
export function standingCards({
  activities,
  people,
  accounts,
  messenger,
  texts,
  standing,
}: StandingCardsNeeds) {
  return async (activityId: number, { isFresh }: { isFresh: boolean }): Promise<void> => {
    const activity = await activities.store.read(activityId)
    const told = await standing.of(activityId)
    if (!activity || told.length === 0) return
    const running = await people.roles.coordinatorsOf(activity.code)
    for (const phones of (await accounts.ofPersons(running)).values())
      for (const { userId, language, isReachable } of phones)
        if (isReachable)
          messenger.show(
            userId,
            `changes:${activityId}`,
            standingView(texts.words(language), activity, told),
            {
              isFresh,
            },
          )
  }
}
