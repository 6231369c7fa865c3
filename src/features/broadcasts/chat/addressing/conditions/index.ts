import type { Documents } from '../../../../documents/index.ts'
import type { Itinerary } from '../../../../itinerary/index.ts'
import type { Questionnaires } from '../../../../questionnaires/index.ts'
import type { AudienceOptions } from '../../../data/audience-options.ts'
import type { Condition } from '../condition.ts'
import { answeredCondition } from './answered.ts'
import { cluster } from './cluster.ts'
import { documentsMissingCondition } from './documents-missing.ts'
import { firmCondition } from './firms.ts'
import { groupCondition } from './groups.ts'
import { languages } from './languages.ts'
import { notAnsweredCondition } from './not-answered.ts'
import { notOnBoardCondition } from './not-on-board.ts'
import { personCondition } from './persons.ts'
import { states } from './states.ts'

/**
 * The conditions in the order in which they are offered and said. One more is its field in `Audience`, a line in
 * `audienceQueries`, a file in this folder, its name here and below, and its words in `addressing`.
 */
export const conditionNames = [
  ...(['states', 'groups', 'firms', 'cluster', 'languages'] as const),
  ...(['notAnswered', 'answered', 'documentsMissing', 'notOnBoard'] as const),
  ...(['persons', 'withoutGroups', 'withoutPersons'] as const),
]
export type ConditionName = (typeof conditionNames)[number]

export const isConditionName = (text: string): text is ConditionName =>
  conditionNames.some((name) => name === text)

export type Conditions = Readonly<Record<ConditionName, Condition>>

export interface ConditionsNeeds {
  offered: AudienceOptions
  documents: Pick<Documents, 'missing'>
  itinerary: Pick<Itinerary, 'departures'>
  questionnaires: Pick<Questionnaires, 'addressable'>
}

/** Everything by which an audience can be narrowed down. */
export function openConditions(needs: ConditionsNeeds): Conditions {
  const { offered, documents, itinerary, questionnaires } = needs
  return {
    states,
    cluster,
    languages,
    groups: groupCondition({
      offered,
      chosen: ({ groups }) => groups,
      choose: (audience, groups) => ({ ...audience, groups }),
      sentence: (_, names) => names,
    }),
    firms: firmCondition(offered),
    notAnswered: notAnsweredCondition(questionnaires.addressable),
    answered: answeredCondition(questionnaires.addressable),
    documentsMissing: documentsMissingCondition(documents.missing),
    notOnBoard: notOnBoardCondition(itinerary.departures),
    persons: personCondition({
      offered,
      chosen: ({ persons }) => persons,
      choose: (audience, persons) => ({ ...audience, persons }),
      sentence: ({ words }, people) => words.plain('addressing:say.persons', { people }),
    }),
    withoutGroups: groupCondition({
      offered,
      chosen: ({ without }) => without.groups,
      choose: (audience, groups) => ({ ...audience, without: { ...audience.without, groups } }),
      sentence: ({ words }, whom) => words.plain('addressing:say.without', { whom }),
    }),
    withoutPersons: personCondition({
      offered,
      chosen: ({ without }) => without.persons,
      choose: (audience, persons) => ({ ...audience, without: { ...audience.without, persons } }),
      sentence: ({ words }, whom) => words.plain('addressing:say.without', { whom }),
    }),
  }
}
