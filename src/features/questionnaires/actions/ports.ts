import type { Questionnaire } from '../domain/questionnaire.ts'

/** What a questionnaire's purpose asks of its neighbours. */
export interface Audience {
  /** The firms somebody may answer for. */
  firmsOf(personId: number): Promise<readonly { id: number; name: string }[]>
  /** Where somebody stands with an activity; `none`: has not applied. */
  standingWith(activityId: number, personId: number): Promise<'none' | 'applicant' | 'approved'>
}

/** For whom a questionnaire is that belongs to an activity. */
export const needsSeat = ({ purpose, activityId }: Questionnaire): 'applicant' | 'approved' | undefined => {
  if (activityId === null) return undefined
  if (purpose === 'application') return 'applicant'
  return purpose === 'logistics' || purpose === 'survey' ? 'approved' : undefined
}
