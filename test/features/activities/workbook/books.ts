import {
  readActivityWorkbook,
  type ReadingOptions,
} from '../../../../src/features/activities/domain/workbook/read-activity-workbook.ts'
import { openTexts } from '../../../../src/platform/texts/open-texts.ts'
import type { TextKey } from '../../../../src/platform/texts/catalogue.ts'
import { languages } from '../../../../src/shared/localized-text.ts'
import { columnLetter, type CellValue, type Sheet } from '../../../../src/shared/spreadsheet.ts'
import { issuePlaceKey, issueVariables, type Issue } from '../../../../src/shared/tables/issue.ts'

export type Table = readonly (readonly (CellValue | null)[])[]

export const sheetOf = (name: string, rows: Table): Sheet => ({
  name,
  rows: rows.map((row, index) => ({
    number: index + 1,
    cells: row.flatMap((value, place) => (value === null ? [] : [{ column: columnLetter(place), value }])),
  })),
})

const goodActivity: Record<string, CellValue> = {
  code: 'BCN-2026',
  kind: 'trade_delegation',
  'title::tr': 'Barselona ticaret heyeti',
  'city::tr': 'Barselona',
  time_zone: 'Europe/Madrid',
  starts_on: '2026-12-10',
  ends_on: '2026-12-13',
}

/** A sheet `activity` that is right but for the given changes; `null` takes a line away. */
export const activitySheet = (changes: Record<string, CellValue | null> = {}): Sheet =>
  sheetOf('activity', [
    ['key', 'value'],
    ...Object.entries({ ...goodActivity, ...changes }).filter(([, value]) => value !== null),
  ])

/** A sheet `itinerary` of one row with the given cells, otherwise right. */
export function itemSheet(cells: Record<string, CellValue | null> = {}): Sheet {
  const row = { kind: 'visit', date: '2026-12-10', start: '09:30', end: '11:00', title: 'Cambra', ...cells }
  const filled = Object.entries(row).filter(([, value]) => value !== null)
  return sheetOf('itinerary', [filled.map(([key]) => key), filled.map(([, value]) => value)])
}

export const read = (sheets: readonly Sheet[], options: Partial<ReadingOptions> = {}) => {
  const outcome = readActivityWorkbook({ sheets }, { homeTimeZone: 'Europe/Istanbul', ...options })
  for (const issue of [...outcome.issues, ...outcome.warnings]) sentencesOf(issue)
  return outcome
}

const texts = openTexts()

/** What people are told, in all four languages; a missing key or variable throws. */
export const sentencesOf = (issue: Issue): string[] =>
  languages.map((language) => {
    const words = texts.words(language)
    const say = (key: string) => words.plain(key as TextKey, issueVariables(issue))
    return `${say(issuePlaceKey(issue))}: ${say(`workbook:${issue.code}`)}`
  })

/** `E_DATE B7` */
export const briefly = (issues: readonly Issue[]) =>
  issues.map(({ code, row, column }) => `${code} ${column ?? ''}${row ?? ''}`.trim())
