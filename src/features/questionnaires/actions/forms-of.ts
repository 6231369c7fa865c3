import type { Clock } from '../../../platform/clock.ts'
import type { Attachments, OwnAttachment } from '../data/attachments.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { neededSeat, suffices } from '../domain/attachment.ts'
import { notOpenBecause, type Questionnaire, type Response } from '../domain/questionnaire.ts'
import type { Audience } from './ports.ts'

export interface FormsOfNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  attachments: Attachments
  audience: Audience
  clock: Clock
}

/** A questionnaire to answer, for one of its activities or for none. */
export interface Waiting {
  questionnaire: Questionnaire
  activityId: number | null
}

/** What somebody can answer, has begun, and has handed in. */
export interface FormsOf {
  waiting: Waiting[]
  /** `firm`: for which of theirs, where they have several. */
  drafts: { questionnaire: Questionnaire; response: Response; firm?: string }[]
  submitted: { questionnaire: Questionnaire; response: Response }[]
}

/** Sorts the questionnaires there are by what somebody has to do with them. A free one is reached by its link only. */
export function formsOf({ questionnaires, responses, attachments, audience, clock }: FormsOfNeeds) {
  return async (personId: number): Promise<FormsOf> => {
    const known = await questionnaires.inState(['published', 'closed'])
    if (known.length === 0) return { waiting: [], drafts: [], submitted: [] }
    const firms = await audience.firmsOf(personId)
    const attached = await attachments.concerning(personId, clock.now())
    const theirs = await responses.concerning(
      personId,
      firms.map(({ id }) => id),
    )
    const of: FormsOf = { waiting: [], drafts: [], submitted: [] }
    for (const questionnaire of known) {
      const own = theirs.filter(({ questionnaireId }) => questionnaireId === questionnaire.id)
      const isOpen = notOpenBecause(questionnaire, clock.now()) === undefined
      // What was answered while applying is seen with the application.
      const listed = own.filter(
        ({ applicationId, filledBy, section }) =>
          applicationId === null && filledBy !== personId && section === null,
      )
      const current = listed.filter(({ round }) => round === questionnaire.round)
      // What a coordinator fills in for others is with her, each of them; so is a section with whoever was asked for it.
      for (const response of own)
        if (isOpen && isExtra(response, personId) && response.state === 'draft')
          of.drafts.push({ questionnaire, response })
      for (const response of latestOfEach(current.filter(isOfOneOf(firms)), 'draft')) {
        const firm = firms.length > 1 ? firms.find(({ id }) => id === response.firmId) : undefined
        if (isOpen) of.drafts.push({ questionnaire, response, ...(firm ? { firm: firm.name } : {}) })
      }
      for (const response of latestOfEach(current, 'submitted'))
        of.submitted.push({ questionnaire, response })
      for (const response of listed.filter(isOfFormerRound(questionnaire)))
        of.submitted.push({ questionnaire, response })
      const answered = new Set(
        own.filter(isAnswer(questionnaire, personId)).map(({ activityId }) => activityId),
      )
      const all = attached.filter(({ questionnaireId }) => questionnaireId === questionnaire.id)
      if (isOpen)
        for (const activityId of waitingFor(questionnaire, all, firms.length > 0))
          if (!answered.has(activityId)) of.waiting.push({ questionnaire, activityId })
    }
    return of
  }
}

const isExtra = ({ filledBy, section, personId }: Response, whose: number): boolean =>
  filledBy === whose || (section !== null && personId === whose)

const isOfFormerRound =
  ({ round: current }: Questionnaire) =>
  ({ state, round }: Response): boolean =>
    state === 'submitted' && round < current

/** Whether this person has begun or handed it in themselves, in the round that is under way. */
const isAnswer =
  ({ round: current }: Questionnaire, personId: number) =>
  (response: Response): boolean =>
    response.round === current && !isExtra(response, personId)

/** What was begun for a firm that somebody has left cannot be gone on with. */
const isOfOneOf =
  (firms: readonly { id: number }[]) =>
  ({ firmId }: Response): boolean =>
    firmId === null || firms.some(({ id }) => id === firmId)

/** Of each firm and activity the latest in this state; they come newest first. */
function latestOfEach(own: readonly Response[], wanted: Response['state']): Response[] {
  const found = own.filter(({ state }) => state === wanted)
  return found.filter(
    (one, at) =>
      at ===
      found.findIndex(({ activityId, firmId }) => activityId === one.activityId && firmId === one.firmId),
  )
}

/** For which activities somebody is expected to answer; `null`: for none. */
function waitingFor(
  { purpose }: Questionnaire,
  all: readonly OwnAttachment[],
  hasFirm: boolean,
): (number | null)[] {
  if (all.length === 0) return purpose === 'needs_analysis' && hasFirm ? [null] : []
  return all.flatMap(({ activityId, role, seat, isEnding, isHosting, isAsked }) => {
    if (neededSeat(role) === undefined) return role === 'needs_analysis' && hasFirm ? [activityId] : []
    // What is asked afterwards waits until then, unless a coordinator has asked for it before.
    const isTheirTurn = role === 'survey' ? isEnding : role !== 'logistics' || !isHosting
    // Nobody arranges a journey that is over.
    const isOver = role === 'logistics' && isEnding
    return suffices(seat, role) && !isOver && (isTheirTurn || isAsked) ? [activityId] : []
  })
}
