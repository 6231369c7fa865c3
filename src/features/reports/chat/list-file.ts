import type { DocumentMessage } from '../../../bot/messenger.ts'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import { formatDate, formatDayRange, formatShortDay } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { readText } from '../../../shared/localized-text.ts'
import type { SheetToWrite } from '../../../shared/spreadsheet.ts'
import { cityOf, titleOf, type Activity } from '../../activities/index.ts'
import type { List } from '../actions/make-list.ts'
import { countedMeals } from '../domain/counted-meals.ts'
import { filledOutside, purposes, type ColumnName } from '../domain/purposes.ts'
import { valueOf } from './list-values.ts'

/** Of each column, in characters; the others are as wide as a word or two. */
const widths: Partial<Record<ColumnName, number>> = {
  ...{ name: 28, surname: 22, givenNames: 22, firm: 32, position: 22, email: 30, hotel: 24 },
  ...{ wishedRoom: 26, languages: 28, visa: 24, insurance: 24, groups: 24 },
}

/** A list as a spreadsheet to print or send on: `words` is the language of the file, `reader` whoever gets it. */
export async function listFile(
  { words, reader }: { words: Words; reader: Words },
  list: List,
  on: Temporal.PlainDate,
): Promise<DocumentMessage> {
  const { activity, purpose, people } = list
  return {
    name: `${activity.code} ${words.plain(`reports:file.${purpose}`)}.xlsx`,
    content: await writeSpreadsheet([{ ...sheetOf(words, list), heading: headingOf(words, list, on) }]),
    caption: [
      reader('reports:lists.caption', {
        list: reader.plain(`reports:lists.button.${purpose}`),
        title: titleOf(activity, reader.language),
        count: people.length,
      }),
      ...(purposes[purpose].isOfTravel ? [reader('reports:lists.careful')] : []),
    ].join('\n\n'),
  }
}

function sheetOf(words: Words, list: List): SheetToWrite {
  const name = words.plain(`reports:file.${list.purpose}`)
  switch (purposes[list.purpose].shape) {
    case 'people':
      return { name, isLandscape: true, ...peopleTable(words, list) }
    case 'toSign':
      return { name, isLandscape: true, rowHeight: 30, ...signingTable(words, list) }
    case 'counts':
      return { name, ...countsTable(words, list) }
  }
}

type Table = Pick<SheetToWrite, 'columns' | 'rows'>

function peopleTable(words: Words, { activity, purpose, people }: List): Table {
  const { columns } = purposes[purpose]
  return {
    columns: columns.map((column) => ({
      header: filledOutside.includes(column)
        ? words.plain('reports:outside', { column: words.plain(`reports:columns.${column}`) })
        : words.plain(`reports:columns.${column}`),
      width: widths[column] ?? 16,
    })),
    rows: people.map((listed) => ({
      values: columns.map((column) => valueOf(words, activity, column, listed)),
    })),
  }
}

/** A column for the signature of each day; only what is signed counts for the funder. */
function signingTable(words: Words, list: List): Table {
  const { columns, rows } = peopleTable(words, list)
  const days = daysOf(list.activity)
  return {
    columns: [
      { header: words.plain('reports:columns.line'), width: 5 },
      ...columns,
      ...days.map((day) => ({
        header: words.plain('reports:columns.signature', { day: formatShortDay(day, words.language) }),
        width: 22,
      })),
    ],
    rows: rows.map(({ values }, at) => ({ values: [at + 1, ...values, ...days.map(() => null)] })),
  }
}

function countsTable(words: Words, { people }: List): Table {
  return {
    columns: [
      { header: words.plain('reports:columns.menu'), width: 36 },
      { header: words.plain('reports:columns.people'), width: 12 },
    ],
    rows: [
      ...countedMeals(people, words.language).map(({ label, count }) => ({ values: [label, count] })),
      { values: [words.plain('reports:noMeals'), people.filter(({ told }) => !told.has('meals')).length] },
    ],
  }
}

/** No more than fit on a page across; of what lasts longer the first ones. */
const mostDays = 7

function daysOf({ startsOn, endsOn }: Activity): Temporal.PlainDate[] {
  const count = Math.min(startsOn.until(endsOn, { largestUnit: 'days' }).days + 1, mostDays)
  return Array.from({ length: count }, (_, days) => startsOn.add({ days }))
}

function headingOf(words: Words, { activity, purpose, people }: List, on: Temporal.PlainDate): string[] {
  const { startsOn, endsOn, details } = activity
  const notice = readText(details['fundingNotice'] ?? {}, words.language)
  return [
    `${titleOf(activity, words.language)} – ${words.plain(`reports:file.${purpose}`)}`,
    [cityOf(activity, words.language), formatDayRange(startsOn, endsOn, words.language)]
      .filter(Boolean)
      .join(', '),
    ...(notice ? [notice] : []),
    words.plain('reports:made', { on: formatDate(on, words.language), count: people.length }),
  ]
}
