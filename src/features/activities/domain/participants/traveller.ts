import type { ParticipantDetails } from './details.ts'

/** Whoever has a seat of an activity, with all that decides where they have to be; in no language. */
export interface Traveller extends Readonly<ParticipantDetails> {
  applicationId: number
  /** Within the activity, as it is quoted. */
  number: number | null
  personId: number
  activityId: number
  firmId: number | null
  firmName: string | null
  /** Grows whenever they fly otherwise than before. */
  flightRevision: number
  name: string
  /** Where their day is counted at home (IANA). */
  homeZone: string
}
