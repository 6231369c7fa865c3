import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import type { Columns } from '../../../../shared/tables/columns.ts'
import { templateSheet, type Explain } from '../../../../shared/tables/template-sheet.ts'
import type { RecordToWrite } from '../../../../shared/tables/write-table.ts'
import type { Applicant } from '../participants/applicant.ts'
import { groupColumns, noDetails, type ParticipantDetails } from '../participants/details.ts'
import type { ParticipantRow } from './activity-workbook.ts'
import { participantColumns } from './columns.ts'

export interface ParticipantsFile {
  code: string
  /** Those who have a seat. */
  people: readonly Applicant[]
  /** Rows of earlier lists of whom nobody has applied yet. */
  waiting: readonly ParticipantRow[]
}

/**
 * The list of participants, filled in, to be edited and sent back as it is: the sheet `activity` only names the activity.
 * By what somebody can be found is there for those only who have no number yet.
 */
export function participantsFile(
  { code, people, waiting }: ParticipantsFile,
  explain: Explain,
): SheetToWrite[] {
  const { phone, email, ...others } = participantColumns
  const columns: Columns = waiting.length > 0 ? { ...participantColumns, phone, email } : others
  return [
    {
      name: 'activity',
      columns: [
        { header: 'key', width: 26 },
        { header: 'value', width: 60 },
        { header: '#', width: 50 },
      ],
      rows: [{ values: ['code', code, explain('activity', 'code')] }],
    },
    templateSheet({
      name: 'participants',
      columns,
      languages: [],
      explain,
      examples: [
        ...people.map(({ number, name, firm, details = noDetails }) => ({
          application: Number(number),
          name: beginningOf(name, 120),
          firm: firm === null ? null : beginningOf(firm, 200),
          ...cellsOf(details),
        })),
        ...waiting.map((row) => {
          const { application, name, firm, phone: reached, email: written } = row
          return { application, name, firm, phone: reached, email: written, ...cellsOf(row) }
        }),
      ],
    }),
  ]
}

type Detailed = Omit<ParticipantDetails, 'groups'> & { groups: readonly string[] }

const cellsOf = ({ groups, flightOut, flightBack, ...details }: Detailed): RecordToWrite => ({
  role: details.role,
  side: details.side,
  bus: details.bus,
  hotel: details.hotel,
  room: details.room,
  roommate: details.roommate,
  interpreter: details.interpreter,
  ...Object.fromEntries(groupColumns.map((column, place) => [column, groups[place] ?? null])),
  flight_out: flightOut,
  flight_back: flightBack,
})

/** As much as the reader takes; what is cut off still finds the person, whom the number names. */
const beginningOf = (text: string, most: number): string => [...text].slice(0, most).join('')
