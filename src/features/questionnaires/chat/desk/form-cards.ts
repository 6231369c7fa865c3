import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import type { DeskRights } from '../../actions/desk-rights.ts'
import type { Attachments } from '../../data/attachments.ts'
import type { DeskCounts } from '../../data/desk-counts.ts'
import type { MovingVersions } from '../../data/moving-versions.ts'
import type { RoundStore } from '../../data/round-store.ts'
import type { QuestionnaireStore } from '../../data/questionnaire-store.ts'
import type { RequestStore } from '../../data/requests/request-store.ts'
import type { Questionnaire } from '../../domain/questionnaire.ts'
import { formCard } from './form-card.ts'

export interface FormCardsNeeds {
  questionnaires: QuestionnaireStore
  requests: RequestStore
  counts: DeskCounts
  moving: MovingVersions
  rounds: RoundStore
  activities: Pick<Activities, 'store'>
  attachments: Attachments
  rights: DeskRights
  clock: Clock
  homeTimeZone: string
  botUsername: string
}

export type FormCards = ReturnType<typeof formCards>

/** The card of a questionnaire with what is true now. */
export function formCards(needs: FormCardsNeeds) {
  const { questionnaires, requests, counts, activities, attachments, rights, clock } = needs
  return {
    /** As this reader may know it: who runs a few activities sees what is answered for those. */
    async card(
      { words, viewer }: Pick<Chat, 'words' | 'viewer'>,
      questionnaire: Questionnaire,
      more: { isPublished?: boolean } = {},
    ): Promise<Message> {
      const { id, versionId } = questionnaire
      const within = await rights.within(viewer.personId)
      const attached = (await attachments.of(id)).map(({ activityId }) => activityId)
      const known = [...(await activities.store.byIds(attached)).values()].filter(
        ({ code }) => within === 'everywhere' || within.includes(code),
      )
      const ofEach = known.length > 1 ? await counts.ofEachActivity(id) : undefined
      return formCard(words, {
        ...needs,
        ...more,
        questionnaire,
        form: await questionnaires.form(versionId ?? 0),
        activities: known.map((activity) => ({
          title: titleOf(activity, words.language),
          ...(ofEach ? { answered: ofEach.get(activity.id) ?? nobody } : {}),
        })),
        answered: (await counts.answered([id], within)).get(id) ?? nobody,
        olderDrafts: await needs.moving.countOlder(id, versionId ?? 0),
        progress: await requests.progress(id, within),
        firms: questionnaire.scope === 'firm' ? await requests.firmProgress(id, within) : undefined,
        unreachable: await requests.unreachable(id, { offset: 0, limit: 5, within }),
        round: await needs.rounds.read(id, questionnaire.round),
        now: clock.now(),
      })
    },
  }
}

const nobody = { begun: 0, submitted: 0 }
