import type { Language } from '../../../shared/localized-text.ts'

/** The states of an application that a broadcast can be for. */
export const audienceStates = ['submitted', 'approved', 'waitlisted'] as const
export type AudienceState = (typeof audienceStates)[number]

/** An answer that somebody has given to a question. */
export interface GivenAnswer {
  questionnaireId: number
  question: string
  value: string
}

/**
 * Who is meant: everybody for whom each of these holds, but for the exclusions. Within one list any of it will do; an empty
 * list and `null` say nothing.
 */
export interface Audience {
  /** Whose people; null: of the whole house, for coordinators of the whole house only. */
  activityId: number | null
  /** Of their application; only with an activity. */
  states: readonly AudienceState[]
  /** Groups and buses, as `shared/groups.ts` understands them. */
  groups: readonly string[]
  firms: readonly number[]
  cluster: string | null
  languages: readonly Language[]
  /** A questionnaire that they have not handed in. */
  notAnswered: number | null
  answered: GivenAnswer | null
  /** Documents that they still owe, by their codes. Rows of before there was this have none of it. */
  documentsMissing?: readonly string[]
  /** An item of the programme whose roll-call they are missing in. */
  notOnBoard: number | null
  /** These and nobody else; the other conditions hold for them too. */
  persons: readonly number[]
  without: { readonly groups: readonly string[]; readonly persons: readonly number[] }
}

export const everybodyOf = (activityId: number | null): Audience => ({
  activityId,
  states: activityId === null ? [] : ['approved'],
  groups: [],
  firms: [],
  cluster: null,
  languages: [],
  notAnswered: null,
  answered: null,
  notOnBoard: null,
  persons: [],
  without: { groups: [], persons: [] },
})
