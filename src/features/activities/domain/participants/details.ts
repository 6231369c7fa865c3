import type { ParticipantRow } from '../workbook/activity-workbook.ts'
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

/** The columns that say something of somebody, by the field they fill. */
const columnOf = {
  role: 'role',
  side: 'side',
  bus: 'bus',
  hotel: 'hotel',
  room: 'room',
  roommate: 'roommate',
  interpreter: 'interpreter',
  flightOut: 'flight_out',
  flightBack: 'flight_back',
} as const

export const groupColumns = ['group1', 'group2', 'group3', 'group4', 'group5'] as const

/** Of these columns a row tells whether its sheet has them. */
export const detailColumns = [...Object.values(columnOf), ...groupColumns] as const

export type DetailColumn = (typeof detailColumns)[number]

/** What is known of somebody after a row: a cell of the sheet says it, empty or not; a column it does not have leaves it. */
export function detailsAfter(row: ParticipantRow, before: ParticipantDetails): ParticipantDetails {
  const names = Object.keys(columnOf) as (keyof typeof columnOf)[]
  const said = names.filter((name) => row.columns.includes(columnOf[name]))
  const groups = groupColumns.map((column, place) =>
    row.columns.includes(column) ? row.groupCells[place] : before.groups[place],
  )
  return {
    ...before,
    ...Object.fromEntries(said.map((name) => [name, row[name]])),
    groups: [...new Set(groups.filter((group) => typeof group === 'string'))],
  }
}
