import { hashToken } from '../../../platform/tokens.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Workbook } from '../../../shared/spreadsheet.ts'
import type { Issue } from '../../../shared/tables/issue.ts'
import { mayCoordinate, mayCoordinateEverything, type People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Activity } from '../domain/activity.ts'
import { concerned, isMoved } from '../domain/announced-changes.ts'
import type { KeptProgramme } from '../domain/kept-programme.ts'
import { peopleConcerned } from '../domain/people-concerned.ts'
import { activityFrom, publishedWorkbook } from '../domain/published-workbook.ts'
import { uploadErrors } from '../domain/upload-errors.ts'
import type { ActivityFields, ActivityWorkbook } from '../domain/workbook/activity-workbook.ts'
import {
  compareActivityWorkbooks,
  type Difference,
  type KnownWorkbook,
} from '../domain/workbook/compare-workbooks.ts'
import { leftExamples } from '../domain/workbook/left-examples.ts'
import { readActivityWorkbook } from '../domain/workbook/read-activity-workbook.ts'

export interface ReviewNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  programme: Pick<KeptProgramme, 'read'>
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
  published: KnownWorkbook
  differences: WeighedDifference[]
  /** People who have a seat. */
  approved: number
  /** People who will be told that the days or the place are others. */
  told: number
  /** A digest of the differences: the same again means that the preview still tells the truth. */
  digest: string
}

export type Reviewed = ActivityReview | { kind: 'mistakes'; issues: readonly Issue[] }

export type ReviewActivity = ReturnType<typeof reviewActivity>

/** Reads an activity workbook whole and compares it with what is published; changes nothing. */
export function reviewActivity(needs: ReviewNeeds) {
  const { activities, applications, people, programme, homeTimeZone } = needs

  async function mustBeAllowed(personId: number, code: string, isNew: boolean): Promise<void> {
    const grants = await people.roles.of(personId)
    const isAllowed = isNew ? mayCoordinateEverything(grants) : mayCoordinate(grants, code)
    if (!isAllowed) throw uploadErrors.notYourActivity(code)
  }

  return async (workbook: Workbook, personId: number): Promise<Reviewed> => {
    const first = read(workbook, needs)
    const code = first.activity?.code
    const known = code === undefined ? undefined : await activities.byCode(code)
    if (code !== undefined) await mustBeAllowed(personId, code, !known)
    const sheets = known ? await activities.sheetsOf(known.id) : {}
    const itinerary = known ? await programme.read(known.id) : []
    const published = publishedWorkbook(known, sheets, itinerary, homeTimeZone)
    const hasPeople = first.sheets.includes('participants') || published.participants.length === 0
    const whole = hasPeople ? first : read(workbook, needs, published)
    const issues = [...whole.issues, ...leftExamples(whole)]
    if (issues.length > 0 || !whole.activity) return { kind: 'mistakes', issues }
    const counts = known && (await applications.countByState([known.id])).get(known.id)
    const approved = counts?.approved ?? 0
    const told =
      known && isMoved(known, activityFrom(whole.activity, known))
        ? concerned.reduce((sum, state) => sum + (counts?.[state] ?? 0), 0)
        : 0
    const differences = compareActivityWorkbooks(published, whole)
    return {
      kind: 'activity',
      read: whole,
      fields: whole.activity,
      known,
      published,
      approved,
      told,
      differences: differences.map((one) => weigh(one, whole, published, { approved, told })),
      digest: hashToken(JSON.stringify([known?.id ?? null, differences])),
    }
  }
}

/** Without a list of people in the file, the groups are those of the people who are known already. */
function read(
  workbook: Workbook,
  { clock, homeTimeZone, defaultLanguage }: ReviewNeeds,
  published?: KnownWorkbook,
): ActivityWorkbook {
  return readActivityWorkbook(workbook, {
    homeTimeZone,
    defaultLanguage,
    today: clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate(),
    ...(published ? { knownGroups: published.participants.flatMap(({ groups }) => groups) } : {}),
  })
}

function weigh(
  difference: Difference,
  next: KnownWorkbook,
  published: KnownWorkbook,
  { approved, told }: { approved: number; told: number },
): WeighedDifference {
  const { sheet, kind, key } = difference
  if (sheet === 'participants') return { ...difference, people: 1 }
  if (sheet === 'activity') return { ...difference, people: told }
  if (sheet !== 'itinerary') return { ...difference, people: 0 }
  const items = kind === 'removed' ? published.itinerary : next.itinerary
  const item = items.find(({ id }) => id === key)
  const participants = next.sheets.includes('participants') ? next.participants : published.participants
  return { ...difference, people: item ? peopleConcerned(item, participants, approved) : 0 }
}
