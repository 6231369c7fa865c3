import type { SeatRole, Side } from '../workbook/meanings.ts'

/** What the list of participants says of somebody beyond their application. */
export interface ParticipantDetails {
  role: SeatRole | null
  side: Side | null
  /** As it is written: "1", "Bus 2", "Mavi". */
  bus: string | null
  hotel: string | null
  room: string | null
  roommate: string | null
  interpreter: string | null
  /** In the order of the columns `group1` … `group5`. */
  groups: string[]
  flightOut: string | null
  flightBack: string | null
}

export const noDetails: ParticipantDetails = {
  role: null,
  side: null,
  bus: null,
  hotel: null,
  room: null,
  roommate: null,
  interpreter: null,
  groups: [],
  flightOut: null,
  flightBack: null,
}
