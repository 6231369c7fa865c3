import { formatClock, formatDay, formatDayRange } from '../../../../platform/texts/dates.ts'
import { formatNumber } from '../../../../platform/texts/numbers.ts'
import { closingTime, remainingTime } from '../../../../platform/texts/remaining-time.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { ActivityFields, ActivityWorkbook } from '../../domain/workbook/activity-workbook.ts'
import { sheetNames } from '../../domain/workbook/columns.ts'

export interface Scene {
  words: Words
  now: Temporal.Instant
  homeTimeZone: string
}

/** What an activity is, as the preview shows it: name, kind, days and place, seats, deadline, and how much is in the file. */
export function factLines({ words, now, homeTimeZone }: Scene, workbook: ActivityWorkbook): string[] {
  const { activity } = workbook
  if (!activity) return []
  return [
    words('uploads:preview.activity', {
      title: titleIn(words, activity),
      code: activity.code,
      kind: words.plain(`activities:kind.${activity.kind}`),
    }),
    [
      words('activities:trips.when', { dates: datesOf(words, activity), city: cityIn(words, activity) }),
      words('uploads:preview.seats', {
        seats: activity.capacity ?? words.plain('uploads:preview.noLimit'),
      }),
      deadlineLine(words, activity, now, homeTimeZone),
    ].join('\n'),
    rowLines(words, workbook).join('\n'),
  ].filter((part) => part !== '')
}

export const titleIn = ({ language }: Words, { title, workingLanguage, code }: ActivityFields): string =>
  readText(title, language, workingLanguage ?? undefined) ?? code

const cityIn = ({ language }: Words, { city, workingLanguage }: ActivityFields): string =>
  readText(city, language, workingLanguage ?? undefined) ?? ''

const datesOf = ({ language }: Words, { startsOn, endsOn }: ActivityFields): string =>
  formatDayRange(Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(endsOn), language)

function deadlineLine(words: Words, activity: ActivityFields, now: Temporal.Instant, zone: string): string {
  const closesAt = activity.applicationsCloseAt
  if (!closesAt) return words('uploads:preview.noDeadline')
  const local = closesAt.toZonedDateTimeISO(zone)
  return words('uploads:preview.deadline', {
    closes: closingTime(words, remainingTime(now, closesAt, zone)),
    day: formatDay(local.toPlainDate(), words.language),
    time: formatClock(local),
  })
}

/** How many rows each sheet of the file has; sheets it does not have stay as they are and are not named. */
const rowLines = (words: Words, workbook: ActivityWorkbook): string[] =>
  sheetNames
    .filter((sheet) => sheet !== 'activity')
    .filter((sheet) => workbook.sheets.includes(sheet))
    .map((sheet) =>
      words(`uploads:preview.rows.${sheet}`, {
        rows: formatNumber(workbook[sheet].length, words.language),
      }),
    )
