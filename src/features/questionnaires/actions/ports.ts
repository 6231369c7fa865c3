import type { Seat } from '../domain/attachment.ts'

/** What a questionnaire's purpose asks of its neighbours. */
export interface Audience {
  /** The firms somebody may answer for. */
  firmsOf(personId: number): Promise<readonly { id: number; name: string }[]>
  /** Where somebody stands with an activity; one that is cancelled has no form any more. */
  standingWith(activityId: number, personId: number): Promise<Seat>
}
