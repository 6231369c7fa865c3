import type { FormPurpose } from './form.ts'
import type { Answers } from './session/session.ts'

export const questionnaireStates = ['draft', 'published', 'closed', 'archived'] as const
export type QuestionnaireState = (typeof questionnaireStates)[number]

/** A questionnaire under the id of its form, through all its versions. */
export interface Questionnaire {
  id: number
  formId: string
  state: QuestionnaireState
  purpose: FormPurpose['kind']
  scope: FormPurpose['scope']
  isAnonymous: boolean
  /** It was no activity's when it was published first, so that it is the house's for good. */
  isOfHouse: boolean
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant | null
  /** The version that is begun from now on. */
  versionId: number | null
  /** The round that answers belong to from now on. */
  round: number
  /** How many anonymous responses there were when they were shown last; 0: they never were. */
  shownOf: number
}

export type ResponseState = 'draft' | 'submitted' | 'withdrawn'

/** One filling in of a questionnaire. */
export interface Response {
  id: number
  questionnaireId: number
  versionId: number
  personId: number | null
  firmId: number | null
  /** For which activity, where the questionnaire is a form of some. */
  activityId: number | null
  /** The application it was given with: it stands and falls with it. */
  applicationId: number | null
  state: ResponseState
  isTest: boolean
  /** The submitted response that this draft is going to replace; of a section, the draft it is a part of. */
  editsId: number | null
  /** The path of the section that a colleague was asked for; null: all of it. */
  section: string | null
  round: number
  /** The coordinator who fills it in for them at this moment. */
  filledBy: number | null
  source: 'self' | 'coordinator'
  /** More than one of a firm has answered in it. */
  isBySeveral: boolean
  submittedBy: number | null
  confirmedBy: number | null
  confirmedAt: Temporal.Instant | null
  seed: string
  /** The path of the question that is asked again or half answered; null: the first that is open. */
  place: string | null
  /** What is ticked or ranked at `place` so far. */
  pending: string | null
  isPaused: boolean
  revision: number
  number: number | null
  startedAt: Temporal.Instant
  updatedAt: Temporal.Instant
  submittedAt: Temporal.Instant | null
}

/** A response with all that was answered in it. */
export interface Filled extends Response {
  answers: Answers
}

/** Whether it is answered again in rounds: once per firm and round. */
export const hasRounds = ({ scope, isAnonymous }: Questionnaire): boolean => scope === 'firm' && !isAnonymous

/** In whose chat a draft stands: the coordinator who fills it in for somebody, else they themselves. */
export const holderOf = ({ filledBy, personId }: Pick<Response, 'filledBy' | 'personId'>): number | null =>
  filledBy ?? personId

/** Why a questionnaire takes no answers at this moment. */
export type NotOpen = 'notYet' | 'over' | 'closed' | 'unpublished'

/** Why it cannot be answered now; `undefined` when it can. */
export function notOpenBecause(
  { state, opensAt, closesAt }: Questionnaire,
  now: Temporal.Instant,
): NotOpen | undefined {
  if (state === 'draft') return 'unpublished'
  if (state !== 'published') return 'closed'
  if (opensAt && Temporal.Instant.compare(now, opensAt) < 0) return 'notYet'
  return closesAt && Temporal.Instant.compare(now, closesAt) >= 0 ? 'over' : undefined
}

/** The number people quote: `needs-0007`. */
export const referenceOf = ({ formId }: Questionnaire, number: number | null): string =>
  number === null ? formId : `${formId}-${String(number).padStart(4, '0')}`
