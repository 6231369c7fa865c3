import type { ParticipantDetails } from './details.ts'
import type { ApplicationState } from '../life-cycle.ts'

/** Somebody who has applied, with all that a row of the list of participants can find them by. */
export interface Applicant {
  applicationId: number
  /** As a file writes it. */
  number: string
  state: ApplicationState
  name: string
  firm: string | null
  /** E.164. */
  phones: readonly string[]
  emails: readonly string[]
  /** What is known already; undefined where nothing has been said yet. */
  details: ParticipantDetails | undefined
}
