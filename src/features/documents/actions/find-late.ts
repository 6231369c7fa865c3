import type { Clock } from '../../../platform/clock.ts'
import type { Questionnaires } from '../../questionnaires/index.ts'
import type { Reach } from '../../people/index.ts'
import type { LateCandidates } from '../data/late-candidates.ts'
import { appliesTo } from '../domain/document.ts'

export interface FindLateNeeds {
  candidates: LateCandidates
  questionnaires: Pick<Questionnaires, 'toldOn'>
  clock: Clock
  homeTimeZone: string
}

export interface LatePerson {
  applicationId: number
  activityId: number
}

export type FindLate = ReturnType<typeof findLate>

/** Who has a mandatory document outstanding whose last day is past: one statement, and one for their passports where those decide. */
export function findLate({ candidates, questionnaires, clock, homeTimeZone }: FindLateNeeds) {
  return async (reach: Reach): Promise<LatePerson[]> => {
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const people = await candidates(reach, today)
    const unsure = people.filter(
      ({ rules, side }) =>
        !rules.some((rule) => appliesTo(rule, { passportType: undefined, side }) === 'yes'),
    )
    const passports = await questionnaires.toldOn(
      [...new Set(unsure.map(({ activityId }) => activityId))],
      'passport_type',
      unsure.map(({ personId }) => personId),
    )
    return people.filter(({ rules, side, activityId, personId }) => {
      const passportType = passports.get(`${activityId}/${personId}`)
      return rules.some((rule) => appliesTo(rule, { passportType, side }) === 'yes')
    })
  }
}
