import type { Language } from '../../../../shared/localized-text.ts'
import type { Sheet, Workbook } from '../../../../shared/spreadsheet.ts'
import { issueBook } from '../../../../shared/tables/issue.ts'
import { readKeysAndValues } from '../../../../shared/tables/read-keys-and-values.ts'
import { readTable, type TableReading } from '../../../../shared/tables/read-table.ts'
import type { Person } from '../participants/place-rows.ts'
import type { ActivityFields, ActivityWorkbook } from './activity-workbook.ts'
import { checkAudiences } from './check-audiences.ts'
import { checkOverlaps } from './check-overlaps.ts'
import { sheetColumns, sheetNames, type SheetName } from './columns.ts'
import { findSheets } from './find-sheets.ts'
import type { Frame } from './item-times.ts'
import { readActivity, type ActivityRow } from './read-activity.ts'
import { readItinerary } from './read-itinerary.ts'
import { readDocuments, readFaq, readParticipants, readTeam } from './read-other-sheets.ts'

export interface ReadingOptions {
  /** Of `applications_close_at`. */
  readonly homeTimeZone: string
  /** Of a plain `title`. */
  readonly defaultLanguage?: Language
  /** Warns of days that are over. */
  readonly today?: Temporal.PlainDate
  /** The activity as it is, where the file only names it: see `namedActivity`. */
  readonly activity?: ActivityFields
  /** Everybody as they will be known once the file is published; without them, those of its sheet `participants`. */
  readonly people?: readonly Person[]
}

/** Reads the whole file a coordinator sent and says all its mistakes at once. */
export function readActivityWorkbook(workbook: Workbook, options: ReadingOptions): ActivityWorkbook {
  const book = issueBook()
  const sheets = findSheets(workbook, book)
  const reading: SheetReader = (name) => ({
    sheet: sheets[name] ?? { name, rows: [] },
    table: {
      defaultLanguage: options.defaultLanguage ?? 'tr',
      report: book.reportIn(sheets[name]?.name ?? name),
    },
  })
  const { activity: named } = options
  const activityRow = named ? undefined : sheets.activity && readActivitySheet(reading('activity'))
  const { report } = reading('activity').table
  return {
    activity: named ?? (activityRow ? readActivity(activityRow, { ...options, report }) : null),
    ...readProgramme(reading, named ?? frameOf(activityRow), options.people),
    ...readLists(reading),
    sheets: sheetNames.filter((name) => sheets[name] && !(named && name === 'activity')),
    issues: book.issues(),
    warnings: book.warnings(),
  }
}

type SheetReader = (name: SheetName) => { sheet: Sheet; table: TableReading }

const readActivitySheet = ({ sheet, table }: ReturnType<SheetReader>) =>
  readKeysAndValues(sheet, sheetColumns.activity, table)

/** Items and people are read together, because items name groups of people. */
function readProgramme(
  reading: SheetReader,
  frame: Frame,
  known: readonly Person[] | undefined,
): Pick<ActivityWorkbook, 'itinerary' | 'participants'> {
  const items = reading('itinerary')
  const people = reading('participants')
  const { report } = items.table
  const itemRows = readTable(items.sheet, sheetColumns.itinerary, items.table)
  const itinerary = readItinerary(itemRows, frame, report)
  const personRows = readTable(people.sheet, sheetColumns.participants, people.table)
  const participants = readParticipants(personRows, people.table.report)
  const everybody = known ?? participants
  // Without anybody there is nothing to compare with.
  checkAudiences(itemRows, known || participants.length > 0 ? everybody : undefined, report)
  checkOverlaps(itinerary, everybody, report)
  return { itinerary, participants }
}

function readLists(reading: SheetReader): Pick<ActivityWorkbook, 'documents' | 'team' | 'faq'> {
  const [documents, team, faq] = [reading('documents'), reading('team'), reading('faq')]
  return {
    documents: readDocuments(
      readTable(documents.sheet, sheetColumns.documents, documents.table),
      documents.table.report,
    ),
    team: readTeam(readTable(team.sheet, sheetColumns.team, team.table), team.table.report),
    faq: readFaq(readTable(faq.sheet, sheetColumns.faq, faq.table), faq.table.report),
  }
}

/** Items are checked whatever is wrong with the activity, so that nothing is left for a second round. */
const frameOf = (row: ActivityRow | undefined): Frame => ({
  timeZone: row?.values.time_zone ?? null,
  startsOn: row?.values.starts_on ?? null,
  endsOn: row?.values.ends_on ?? null,
  city: row?.values.city ?? {},
})
