import type { Clock } from '../../../platform/clock.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { DueRequest } from '../data/requests/request-store.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { notOpenBecause, type Questionnaire, type Response } from '../domain/questionnaire.ts'
import { readWhom } from '../domain/whom.ts'
import { suffices } from '../domain/attachment.ts'
import type { Attachments } from '../data/attachments.ts'
import type { Audience } from './ports.ts'

export interface StillAskedNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  attachments: Attachments
  audience: Audience
  clock: Clock
}

/** What becomes of a request whose moment has come. */
export type StillAsked =
  | { kind: 'tell'; questionnaire: Questionnaire; draft: Response | undefined }
  /** It opens later. */
  | { kind: 'wait'; until: Temporal.Instant }
  /** Answered, closed, or no longer for this person. */
  | { kind: 'over' }

export type StillAskedAction = ReturnType<typeof stillAsked>

/** Whether somebody is still to be told about a questionnaire they were asked to answer. */
export function stillAsked({ questionnaires, responses, attachments, audience, clock }: StillAskedNeeds) {
  async function isEntitled({ personId, questionnaireId, activityId, whom: written }: DueRequest) {
    if (activityId !== null) {
      const found = (await attachments.of(questionnaireId)).find((one) => one.activityId === activityId)
      if (!found || !suffices(await audience.standingWith(activityId, personId), found.role)) return false
    }
    const whom = readWhom(written)
    if (whom?.kind === 'people')
      return whom.activityId === null || (await audience.standingWith(whom.activityId, personId)) !== 'none'
    if (whom?.kind !== 'activity') return (await audience.firmsOf(personId)).length > 0
    const standing = await audience.standingWith(whom.activityId, personId)
    return whom.state === 'approved' ? standing === 'approved' : standing !== 'none'
  }

  return async (request: DueRequest): Promise<StillAsked> => {
    const { personId, questionnaireId } = request
    const questionnaire = await questionnaires.read(questionnaireId)
    if (!questionnaire) return { kind: 'over' }
    const because = notOpenBecause(questionnaire, clock.now())
    if (because === 'notYet' && questionnaire.opensAt) return { kind: 'wait', until: questionnaire.opensAt }
    if (because || !(await isEntitled(request))) return { kind: 'over' }
    const firms = questionnaire.scope === 'firm' ? await audience.firmsOf(personId) : []
    if (questionnaire.scope === 'firm' && firms.length === 0) return { kind: 'over' }
    const theirs = (
      await responses.concerning(
        personId,
        firms.map(({ id }) => id),
      )
    ).filter(
      (response) =>
        response.questionnaireId === questionnaireId &&
        response.round === questionnaire.round &&
        (request.activityId === null || response.activityId === request.activityId),
    )
    if (theirs.some(({ state }) => state === 'submitted')) return { kind: 'over' }
    return { kind: 'tell', questionnaire, draft: theirs.find(isOpenDraft) }
  }
}

/** What is answered while applying is gone on with there. */
const isOpenDraft = ({ state, applicationId }: Response) => state === 'draft' && applicationId === null
