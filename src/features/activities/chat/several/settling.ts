import type { InlineKeyboardButton } from 'grammy/types'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { OneOfSeveral, StageDecisions, Verdict } from '../../actions/life/stage-decisions.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { StagingStore } from '../../data/life/staging-store.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import type { AnnouncedOne } from '../../domain/staging.ts'
import * as buttons from '../buttons.ts'
import { following, type FollowingNeeds } from '../life/following.ts'
import type { How } from './marking-views.ts'
import { resultLines } from './results-view.ts'

export interface SettlingNeeds extends FollowingNeeds {
  applications: ApplicationStore
  staging: StagingStore
  staged: StageDecisions
}

/** Decides for several applications, or keeps it to be announced, each on its own; a second tap finds nobody ticked any more. */
export function settling(needs: SettlingNeeds) {
  const { applications, staging, staged } = needs
  const follow = following(needs)
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  return async (
    chat: Chat,
    activity: Activity,
    ids: readonly number[],
    how: How,
    verdict: Verdict,
  ): Promise<void> => {
    await staging.unmark(by(chat), ids)
    const done =
      how === 'now'
        ? await staged.decideSeveral(ids, by(chat), verdict)
        : await staged.stageSeveral(ids, by(chat), verdict)
    const results: AnnouncedOne[] = []
    for (const one of done) results.push(await told(one, verdict))
    chat.turn(await result(chat, activity, how, results))
  }

  async function told(one: OneOfSeveral, { outcome, rejection }: Verdict): Promise<AnnouncedOne> {
    const { applicationId } = one
    if ('refusal' in one) {
      const isFull = one.refusal.code.startsWith('activities:errors.noSeat')
      return { applicationId, fate: isFull ? 'noSeat' : 'leftOut' }
    }
    if ('isStaged' in one) return { applicationId, fate: outcome }
    const { decided } = one
    const isTold = await follow({ ...decided, ...(outcome === 'rejected' ? { rejection } : {}) })
    return {
      ...{ applicationId, fate: decided.because ? 'noSeat' : outcome },
      ...(isTold ? {} : { isUntold: true }),
    }
  }

  async function result(
    chat: Chat,
    activity: Activity,
    how: How,
    results: readonly AnnouncedOne[],
  ): Promise<Message> {
    const { words } = chat
    const named = await applications.namesOf(results.map(({ applicationId }) => applicationId))
    const activityId = activity.id
    const title = titleOf(activity, words.language)
    return {
      text: [words(`several:done.${how}`, { title }), resultLines(words, results, named).join('\n')].join(
        '\n\n',
      ),
      keyboard: [
        ...(how === 'later' ? [[toKept(words, activityId)]] : []),
        [
          {
            text: words.plain('activities:card.toList'),
            callback_data: buttons.listApplications.pack({ activityId, state: 'submitted', offset: 0 }),
          },
        ],
      ],
    }
  }
}

/** The way to what is decided and not announced yet. */
export const toKept = (words: Words, activityId: number): InlineKeyboardButton => ({
  text: words.plain('several:kept.open'),
  callback_data: buttons.keptDecisions.pack({ activityId, offset: 0 }),
})
