import { mayHaveForm, type Activity } from './activity.ts'
import type { ActivityFields, ActivityWorkbook } from './workbook/activity-workbook.ts'
import type { SheetName } from './workbook/columns.ts'
import type { KnownWorkbook } from './workbook/compare-workbooks.ts'

/** The keys of the sheet `activity` that the activity itself does not have; they are kept as its details. */
const noDetails = {
  minimum: null,
  supportedPerFirm: null,
  confirmBy: null,
  withdrawUntil: null,
  nameChangeUntil: null,
  offerHours: null,
  project: null,
  funding: null,
  fundingNotice: {},
  fee: {},
  partners: [],
  applicationForm: null,
  logisticsForm: null,
  surveyForm: null,
  resultsForm: null,
  dutyPhone: null,
} satisfies Partial<ActivityFields>

type DetailName = keyof typeof noDetails

/** The activity that a file describes; whether it is open or closed is decided on the desk, not by the file. */
export function activityFrom(fields: ActivityFields, known: Activity | undefined): Omit<Activity, 'id'> {
  const names = Object.keys(noDetails) as DetailName[]
  const read = Object.fromEntries(names.map((name) => [name, fields[name]]))
  return {
    code: fields.code,
    kind: fields.kind,
    title: fields.title,
    description: fields.description,
    country: fields.country,
    city: fields.city,
    timeZone: fields.timeZone,
    startsOn: Temporal.PlainDate.from(fields.startsOn),
    endsOn: Temporal.PlainDate.from(fields.endsOn),
    // A workbook has no key for the hours; those that were told in the chat stay.
    hours: known?.hours ?? null,
    capacity: fields.capacity,
    perFirm: fields.perFirm,
    applicationsCloseAt: fields.applicationsCloseAt,
    decisionOn: fields.decisionOn === null ? null : Temporal.PlainDate.from(fields.decisionOn),
    workingLanguage: fields.workingLanguage,
    approval: fields.approval,
    // What was answered in a form that is named no more still belongs to its applications.
    details: { ...known?.details, ...read, ...(known && mayHaveForm(known) ? { hadForm: true } : {}) },
    state: known?.state ?? 'published',
  }
}

/** The sheet `activity` as it would stand in a file today, so that what was changed on the desk is compared too. */
export function fieldsFrom(activity: Activity, homeTimeZone: string): ActivityFields {
  const { details, startsOn, endsOn, decisionOn, applicationsCloseAt, ...rest } = activity
  const closes = applicationsCloseAt?.toZonedDateTimeISO(homeTimeZone).toPlainDateTime()
  return {
    ...noDetails,
    ...ofTheFile(details),
    ...fieldsOnly(rest),
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
    decisionOn: decisionOn?.toString() ?? null,
    applicationsCloseAt,
    applicationsCloseLocal: closes?.toString({ smallestUnit: 'minute' }) ?? null,
  }
}

/** What the desk has noted besides, as the days before a postponement, is no key of a file. */
const ofTheFile = (details: Activity['details']): Partial<Pick<ActivityFields, DetailName>> =>
  Object.fromEntries(Object.entries(details).filter(([name]) => Object.hasOwn(noDetails, name)))

type Shared = 'code' | 'kind' | 'title' | 'description' | 'country' | 'city' | 'timeZone' | 'capacity'
type Fields = Pick<Activity, Shared | 'perFirm' | 'workingLanguage' | 'approval'>

/** Rows bring moments and counters along that are no fields of a file. */
const fieldsOnly = ({
  code,
  kind,
  title,
  description,
  country,
  city,
  timeZone,
  ...more
}: Fields): Fields => ({
  ...{ code, kind, title, description, country, city, timeZone },
  ...{ capacity: more.capacity, perFirm: more.perFirm },
  ...{ workingLanguage: more.workingLanguage, approval: more.approval },
})

/** What stands published of an activity, to compare a file with; its programme and its people are kept elsewhere. */
export function publishedWorkbook(
  activity: Activity | undefined,
  sheets: Readonly<Record<string, unknown[]>>,
  elsewhere: Pick<KnownWorkbook, 'itinerary' | 'participants'>,
  homeTimeZone: string,
): KnownWorkbook {
  const rows = <Name extends Exclude<SheetName, 'activity' | 'itinerary' | 'participants'>>(name: Name) =>
    (sheets[name] ?? []) as unknown as ActivityWorkbook[Name]
  return {
    activity: activity ? fieldsFrom(activity, homeTimeZone) : null,
    ...elsewhere,
    documents: rows('documents'),
    team: rows('team'),
    faq: rows('faq'),
    sheets: Object.keys(sheets) as SheetName[],
  }
}
