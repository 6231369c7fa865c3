import type { Message } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import type { DeskCounts } from '../../data/desk-counts.ts'
import type { MovingVersions } from '../../data/moving-versions.ts'
import type { QuestionnaireStore } from '../../data/questionnaire-store.ts'
import type { RequestStore } from '../../data/request-store.ts'
import type { Questionnaire } from '../../domain/questionnaire.ts'
import { formCard } from './form-card.ts'

export interface FormCardsNeeds {
  questionnaires: QuestionnaireStore
  requests: RequestStore
  counts: DeskCounts
  moving: MovingVersions
  activities: Pick<Activities, 'store'>
  clock: Clock
  homeTimeZone: string
  botUsername: string
}

export type FormCards = ReturnType<typeof formCards>

/** The card of a questionnaire with what is true now. */
export function formCards(needs: FormCardsNeeds) {
  const { questionnaires, requests, counts, activities, clock } = needs
  return {
    async card(
      words: Words,
      questionnaire: Questionnaire,
      more: { isPublished?: boolean } = {},
    ): Promise<Message> {
      const { id, activityId, versionId } = questionnaire
      const activity = activityId === null ? undefined : await activities.store.read(activityId)
      return formCard(words, {
        ...needs,
        ...more,
        questionnaire,
        form: await questionnaires.form(versionId ?? 0),
        activity: activity && titleOf(activity, words.language),
        answered: (await counts.answered([id])).get(id) ?? { begun: 0, submitted: 0 },
        olderDrafts: await needs.moving.countOlder(id, versionId ?? 0),
        progress: await requests.progress(id),
        unreachable: await requests.unreachable(id, { offset: 0, limit: 5 }),
        now: clock.now(),
      })
    },
  }
}
