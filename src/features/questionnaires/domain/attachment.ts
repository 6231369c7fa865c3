import type { Questionnaire } from './questionnaire.ts'

/** What a questionnaire is to an activity; what the workbook calls it wins over what the form says of itself. */
export type Role = Questionnaire['purpose']

/** A questionnaire as a form of an activity. */
export interface Attachment {
  questionnaireId: number
  activityId: number
  role: Role
}

/** Where somebody stands with an activity; `none`: has not applied. */
export type Seat = 'none' | 'applicant' | 'approved'

/** Who can answer a form in this role; undefined: whoever is led to it. */
export function neededSeat(role: Role): Exclude<Seat, 'none'> | undefined {
  if (role === 'application') return 'applicant'
  return role === 'logistics' || role === 'survey' ? 'approved' : undefined
}

export function suffices(seat: Seat, role: Role): boolean {
  const needed = neededSeat(role)
  return needed === undefined || seat === 'approved' || (seat === 'applicant' && needed === 'applicant')
}
