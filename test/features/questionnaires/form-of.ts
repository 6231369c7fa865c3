import type { Form } from '../../../src/features/questionnaires/domain/form.ts'
import { openSession } from '../../../src/features/questionnaires/domain/session/open-session.ts'
import type { Answers, Given, Session } from '../../../src/features/questionnaires/domain/session/session.ts'
import { readForm } from '../../../src/features/questionnaires/domain/xlsform/read-form.ts'
import { columnLetter, type Sheet } from '../../../src/shared/spreadsheet.ts'

/** A row of a sheet by its headers. */
type Row = Readonly<Record<string, string>>

export interface Sheets {
  readonly survey: readonly Row[]
  readonly choices?: readonly Row[]
  readonly settings?: Row
}

/** A form as a coordinator would write it, read by the importer; a mistake in it fails the test. */
export function formOf({ survey, choices = [], settings = {} }: Sheets): Form {
  const sheets = [
    sheetOf('survey', survey),
    ...(choices.length > 0 ? [sheetOf('choices', choices)] : []),
    sheetOf('settings', [{ form_id: 'test', form_title: 'Test', version: '1', ...settings }]),
  ]
  const { form, issues } = readForm({ sheets })
  if (!form) throw new Error(JSON.stringify(issues))
  return form
}

function sheetOf(name: string, rows: readonly Row[]): Sheet {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = (values: readonly (string | undefined)[]) =>
    values.flatMap((value, index) => (value ? [{ column: columnLetter(index), value }] : []))
  return {
    name,
    rows: [
      { number: 1, cells: cells(headers) },
      ...rows.map((row, index) => ({
        number: index + 2,
        cells: cells(headers.map((header) => row[header])),
      })),
    ],
  }
}

/** Half past ten on 15 March 2026 in Istanbul. */
export const now = Temporal.ZonedDateTime.from('2026-03-15T10:30:00+03:00[Europe/Istanbul]')

export const sessionOn = (form: Form, answers: Answers = {}, given: Partial<Given> = {}): Session =>
  openSession({ form, answers, now, startedAt: now, seed: 'seed', ...given })
