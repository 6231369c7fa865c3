import { writeSpreadsheet } from '../../../../platform/spreadsheets/index.ts'
import { formatClock, formatDate } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { DocumentMessage } from '../../../../bot/messenger.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import type { Attended } from '../../data/boarding/attendance-sheet.ts'
import { startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import { cityName, clockSpan } from '../item-times.ts'

export interface AttendanceScene {
  activity: Activity
  items: ReadonlyMap<number, ProgrammeItem>
  attended: readonly Attended[]
}

const widths = {
  ...{ day: 12, time: 16, city: 14, title: 36, name: 28, firm: 28, since: 10, way: 16, by: 28 },
} as const

/** Who was where: a row for each, with the time and the way it became known. */
export async function attendanceFile(
  words: Words,
  { activity, items, attended }: AttendanceScene,
): Promise<DocumentMessage> {
  const working = activity.workingLanguage ?? undefined
  const names = Object.keys(widths) as (keyof typeof widths)[]
  return {
    name: `${activity.code} ${words.plain('boarding:attendance.file')}.xlsx`,
    content: await writeSpreadsheet([
      {
        name: words.plain('boarding:attendance.sheet'),
        columns: names.map((name) => ({
          header: words.plain(`boarding:day.columns.${name}`),
          width: widths[name],
        })),
        rows: attended.flatMap(({ itemId, name, firm, at, way, by }) => {
          const item = items.get(itemId)
          if (!item) return []
          const values = [
            formatDate(startsLocally(item).toPlainDate(), words.language),
            clockSpan(words, item),
            cityName(item.startCity, item.startZone, words.language, working),
            readText(item.title, words.language, working) ?? null,
            ...[name, firm, formatClock(at.toZonedDateTimeISO(item.startZone))],
            ...[words.plain(`boarding:way.${way}`), way === 'list' || way === 'leader' ? by : null],
          ]
          return [{ values }]
        }),
      },
    ]),
    caption: words('boarding:attendance.caption', {
      title: titleOf(activity, words.language),
      count: attended.length,
    }),
  }
}
