import type { Chat } from '../../../../bot/context.ts'
import { nameFromTelegram, type People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { noticeSubject } from '../../domain/notice-subject.ts'
import type { ApplyingStanding } from './applying-with-form.ts'
import type { StepScene } from './step-view.ts'

export interface ApplyingSceneNeeds {
  activities: ActivityStore
  people: People
}

/** All that the question of an application, or its summary, is about. */
export function applyingScene({ activities, people }: ApplyingSceneNeeds) {
  return async (chat: Chat, { application, isTrip, step }: ApplyingStanding): Promise<StepScene> => {
    const activity = await activities.read(application.activityId)
    if (!activity) throw activityErrors.unknown()
    const { proposedName } = answererOf(chat, { step })
    return {
      words: chat.words,
      activity,
      application,
      isTrip,
      firms: await firmsToOffer(step, application),
      ...(step === 'notice' ? { notice: await people.noticeFor(chat.words, noticeSubject(activity)) } : {}),
      ...(proposedName ? { proposedName } : {}),
    }
  }

  async function firmsToOffer(step: ApplyingStanding['step'], { answers, filledBy, personId }: Application) {
    const known = step === 'firmKnown' && answers.newFirm?.perhaps
    if (known) return [await people.firms.read(known.firmId)].filter((firm) => firm !== undefined)
    if (step !== 'firm') return []
    const memberships = await people.members.membershipsOf(filledBy ?? personId)
    const own = memberships
      .filter(({ state }) => filledBy === null || state === 'member')
      .map(({ firm }) => firm)
    // Who applies for a colleague speaks for a firm of their own only.
    if (answers.firmQuery === undefined || filledBy !== null) return own
    return people.firms.search(answers.firmQuery)
  }
}

/** Whose answer it is; their name in Telegram is of use where a name is asked for. */
export const answererOf = ({ viewer }: Chat, { step }: Pick<ApplyingStanding, 'step'>) => ({
  language: viewer.language,
  proposedName:
    step === 'name'
      ? nameFromTelegram(
          { firstName: viewer.firstName, ...(viewer.lastName ? { lastName: viewer.lastName } : {}) },
          viewer.language,
        )
      : undefined,
})
