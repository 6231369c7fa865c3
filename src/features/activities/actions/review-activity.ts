import { hashToken } from '../../../platform/tokens.ts'
import type { Clock } from '../../../platform/clock.ts'
import { groupsOf } from '../../../shared/groups.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Workbook } from '../../../shared/spreadsheet.ts'
import type { Issue } from '../../../shared/tables/issue.ts'
import { mayDo, type People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { ParticipantStore } from '../data/participants/participant-store.ts'
import type { Activity } from '../domain/activity.ts'
import { isMoved } from '../domain/announced-changes.ts'
import type { KeptProgramme } from '../domain/kept-programme.ts'
import { doubtIssues } from '../domain/participants/doubt-issues.ts'
import { placeRows, type Placed } from '../domain/participants/place-rows.ts'
import { activityFrom, fieldsFrom, publishedWorkbook } from '../domain/published-workbook.ts'
import { uploadErrors } from '../domain/upload-errors.ts'
import type { ActivityFields, ActivityWorkbook } from '../domain/workbook/activity-workbook.ts'
import { compareActivityWorkbooks, type Difference } from '../domain/workbook/compare-workbooks.ts'
import { fieldsOf } from '../domain/workbook/field-values.ts'
import { leftExamples } from '../domain/workbook/left-examples.ts'
import { completedWith, namedActivity, ofFile } from '../domain/workbook/named-activity.ts'
import { readActivityWorkbook, type ReadingOptions } from '../domain/workbook/read-activity-workbook.ts'
import { concerned } from '../domain/life-cycle.ts'
import { countIn, seatsHeld } from '../domain/seats.ts'

export interface ReviewNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  participants: ParticipantStore
  people: People
  programme: Pick<KeptProgramme, 'read' | 'touched'>
  clock: Clock
  homeTimeZone: string
  defaultLanguage: Language
}

/** A difference, and how many people with a seat it concerns. */
export type WeighedDifference = Difference & { people: number }

/** What a workbook would do if it were published now. */
export interface ActivityReview {
  kind: 'activity'
  read: ActivityWorkbook
  fields: ActivityFields
  known: Activity | undefined
  /** What becomes of the rows of the list of participants. */
  placed: Placed
  /** Rows of it that are left to a human. */
  doubts: number
  differences: WeighedDifference[]
  /** People who have a seat. */
  approved: number
  /** People who will be told that the days or the place are others. */
  told: number
  /** A digest of the differences: the same again means that the preview still tells the truth. */
  digest: string
}

interface Mistakes {
  kind: 'mistakes'
  issues: readonly Issue[]
}

export type Reviewed = ActivityReview | Mistakes

export type ReviewActivity = ReturnType<typeof reviewActivity>

/** Reads an activity workbook whole and compares it with what is published; changes nothing. */
export function reviewActivity(needs: ReviewNeeds) {
  const { activities, applications, participants, people: persons, programme, homeTimeZone } = needs

  async function mustBeAllowed(personId: number, code: string, isNew: boolean): Promise<void> {
    const grants = await persons.roles.of(personId)
    const isAllowed = isNew ? mayDo(grants, 'openActivities') : mayDo(grants, 'changeActivity', code)
    if (!isAllowed) throw uploadErrors.notYourActivity(code)
  }

  /** The activity a file is about: in whole, in part, or by its code alone. */
  async function find(workbook: Workbook, personId: number): Promise<Found | Mistakes> {
    const named = namedActivity(workbook, needs.defaultLanguage)
    const first = named ? undefined : read(workbook, needs)
    const code = named?.code ?? first?.activity?.code
    const known = code === undefined ? undefined : await activities.byCode(code)
    if (code !== undefined) await mustBeAllowed(personId, code, !known)
    if (!named) return { workbook, known, reading: {}, ...(first ? { first } : {}) }
    if (!known)
      return named.isAlone
        ? { kind: 'mistakes', issues: [unknownCode(named.code)] }
        : { workbook, known, reading: {} }
    const activity = fieldsFrom(known, homeTimeZone)
    if (named.isAlone) return { workbook, known, reading: { activity } }
    const completed = completedWith(fieldsOf(activity), workbook, needs.defaultLanguage)
    return { workbook: completed, known, reading: {} }
  }

  return async (sent: Workbook, personId: number): Promise<Reviewed> => {
    const found = await find(sent, personId)
    if ('issues' in found) return found
    const { workbook, known, reading, first = read(workbook, needs, reading) } = found
    const applicants = known ? await participants.applicants(known.id) : []
    const kept = known ? await participants.waiting(known.id) : []
    const placed = placeRows(first.participants, applicants, kept)
    const people = [...placed.travelling, ...placed.others]
    const hasGroups = first.sheets.includes('participants') || groupsOf(people).length > 0
    const whole = known && hasGroups ? read(workbook, needs, { ...reading, people }) : first
    const issues = [...whole.issues, ...leftExamples(whole)]
    if (issues.length > 0 || !whole.activity) return { kind: 'mistakes', issues }
    const sheets = known ? await activities.sheetsOf(known.id) : {}
    const elsewhere = { itinerary: known ? await programme.read(known.id) : [], participants: placed.before }
    const published = publishedWorkbook(known, sheets, elsewhere, homeTimeZone)
    const counts = known && (await applications.countByState([known.id])).get(known.id)
    const told =
      known && isMoved(known, activityFrom(whole.activity, known)) ? countIn(counts ?? {}, concerned) : 0
    const differences = compareActivityWorkbooks(published, { ...whole, participants: placed.next })
    const hasOtherItems = differences.some(({ sheet }) => sheet === 'itinerary')
    const touched =
      known && hasOtherItems
        ? await programme.touched(known.id, whole.itinerary, placed.travelling)
        : new Map<string, number>()
    const doubts = doubtIssues(placed.doubts)
    return {
      kind: 'activity',
      read: { ...whole, warnings: [...whole.warnings, ...doubts] },
      fields: whole.activity,
      known,
      placed,
      doubts: doubts.length,
      approved: seatsHeld(counts),
      told,
      differences: differences.map((one) => weigh(one, touched, told)),
      digest: hashToken(JSON.stringify([known?.id ?? null, differences])),
    }
  }
}

const unknownCode = (code: string): Issue => ({
  ...{ code: 'E_CODE_UNKNOWN', sheet: 'activity', found: code },
  details: {},
})

interface Found {
  workbook: Workbook
  known: Activity | undefined
  reading: Pick<ReadingOptions, 'activity'>
  first?: ActivityWorkbook
}

function read(
  workbook: Workbook,
  { clock, homeTimeZone, defaultLanguage }: ReviewNeeds,
  known: Pick<ReadingOptions, 'activity' | 'people'> = {},
): ActivityWorkbook {
  const whole = readActivityWorkbook(workbook, {
    homeTimeZone,
    defaultLanguage,
    today: clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate(),
    ...known,
  })
  return ofFile(whole)
}

function weigh(
  difference: Difference,
  touched: ReadonlyMap<string, number>,
  told: number,
): WeighedDifference {
  const { sheet, kind, key } = difference
  // A row that is new is nobody's yet.
  if (sheet === 'participants') return { ...difference, people: kind === 'changed' ? 1 : 0 }
  if (sheet === 'activity') return { ...difference, people: told }
  if (sheet !== 'itinerary') return { ...difference, people: 0 }
  return { ...difference, people: touched.get(key) ?? 0 }
}
