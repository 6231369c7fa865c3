import type { Report } from '../../../../shared/tables/issue.ts'
import type { TableRow } from '../../../../shared/tables/read-record.ts'
import type { ActivityFields } from './activity-workbook.ts'
import type { activityColumns } from './columns.ts'
import { localText, resolveMoment } from './local-time.ts'
import type { ActivityKind, Approval } from './meanings.ts'

export type ActivityRow = TableRow<typeof activityColumns>

interface Needs {
  readonly homeTimeZone: string
  readonly today?: Temporal.PlainDate
  readonly report: Report
}

/** Makes the activity of what its sheet said, and checks that its days and numbers fit together. */
export function readActivity(
  row: ActivityRow,
  { homeTimeZone, today, report }: Needs,
): ActivityFields | null {
  checkDays(row, report)
  checkNumbers(row, report)
  if (today) checkPast(row, today, report)
  const applicationsCloseAt = closingMoment(row, homeTimeZone, report)
  const { code, kind, title, city, time_zone: timeZone, starts_on: startsOn, ends_on: endsOn } = row.values
  if (!code || !kind || !timeZone || !startsOn || !endsOn) return null
  if (Object.keys(title).length === 0 || Object.keys(city).length === 0) return null
  return {
    code,
    kind,
    title,
    city,
    timeZone,
    startsOn,
    endsOn,
    applicationsCloseAt,
    approval: row.values.approval ?? usualApproval(kind),
    ...plainFields(row),
  }
}

/** Whoever signs up for a workshop or a training has a seat while there is one. */
const usualApproval = (kind: ActivityKind): Approval =>
  kind === 'workshop' || kind === 'training' ? 'automatic' : 'manual'

const plainFields = ({ values }: ActivityRow) => ({
  description: values.description,
  country: values.country,
  capacity: values.capacity,
  minimum: values.minimum,
  perFirm: values.per_firm,
  supportedPerFirm: values.supported_per_firm,
  applicationsCloseLocal: values.applications_close_at && localText(values.applications_close_at),
  decisionOn: values.decision_on,
  confirmBy: values.confirm_by,
  withdrawUntil: values.withdraw_until,
  nameChangeUntil: values.name_change_until,
  offerHours: values.offer_hours,
  project: values.project,
  funding: values.funding,
  fundingNotice: values.funding_notice,
  fee: values.fee,
  partners: values.partners ?? [],
  workingLanguage: values.working_language,
  applicationForm: values.application_form,
  logisticsForm: values.logistics_form,
  surveyForm: values.survey_form,
  resultsForm: values.results_form,
  dutyPhone: values.duty_phone,
})

function closingMoment(row: ActivityRow, zone: string, report: Report): Temporal.Instant | null {
  const closes = row.values.applications_close_at
  if (!closes) return null
  const moment = resolveMoment(closes, zone)
  if ('value' in moment) return moment.value
  report(
    moment.code,
    row.placeOf('applications_close_at'),
    row.foundIn('applications_close_at'),
    moment.details,
  )
  return null
}

type DayKey =
  | 'starts_on'
  | 'ends_on'
  | 'applications_close_at'
  | 'decision_on'
  | 'confirm_by'
  | 'withdraw_until'
  | 'name_change_until'

/** The first of each pair must not come after the second. */
const daysInOrder: readonly (readonly [DayKey, DayKey])[] = [
  ['starts_on', 'ends_on'],
  ['applications_close_at', 'decision_on'],
  ['applications_close_at', 'starts_on'],
  ['decision_on', 'confirm_by'],
  ['decision_on', 'starts_on'],
  ['confirm_by', 'starts_on'],
  ['withdraw_until', 'starts_on'],
  ['name_change_until', 'starts_on'],
]

function checkDays(row: ActivityRow, report: Report): void {
  for (const [key, other] of daysInOrder) {
    const [first, second] = [dayOf(row, key), dayOf(row, other)]
    if (first && second && first > second)
      report('E_ORDER', row.placeOf(key), row.foundIn(key), { key, other, otherFound: second })
  }
}

/** The first of each pair must not be greater than the second. */
const numbersInOrder = [
  ['minimum', 'capacity'],
  ['per_firm', 'capacity'],
  ['supported_per_firm', 'per_firm'],
] as const

function checkNumbers(row: ActivityRow, report: Report): void {
  for (const [key, other] of numbersInOrder) {
    const [number, limit] = [row.values[key], row.values[other]]
    if (number !== null && limit !== null && number > limit)
      report('E_MORE_THAN', row.placeOf(key), row.foundIn(key), { key, other, limit: String(limit) })
  }
}

function checkPast(row: ActivityRow, today: Temporal.PlainDate, report: Report): void {
  for (const key of ['starts_on', 'applications_close_at'] as const) {
    const day = dayOf(row, key)
    if (day && day < today.toString()) report('W_IN_THE_PAST', row.placeOf(key), row.foundIn(key), { key })
  }
}

function dayOf(row: ActivityRow, key: DayKey): string | null {
  const value = row.values[key]
  return typeof value === 'string' ? value : (value?.date ?? null)
}
