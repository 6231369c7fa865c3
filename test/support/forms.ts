import type { Form } from '../../src/features/questionnaires/domain/form.ts'
import { readForm } from '../../src/features/questionnaires/domain/xlsform/read-form.ts'
import { columnLetter, type Row, type Workbook } from '../../src/shared/spreadsheet.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

type Line = Record<string, string>

/** A questionnaire as a coordinator writes it: lines of the sheets, by their headers. */
export interface SmallForm {
  survey: readonly Line[]
  choices?: readonly Line[]
  settings?: Line
}

/** The workbook of a small form, as it is sent. */
export function workbookOf({ survey, choices = [], settings = {} }: SmallForm): Workbook {
  return {
    sheets: [
      { name: 'survey', rows: rowsOf(survey) },
      ...(choices.length > 0 ? [{ name: 'choices', rows: rowsOf(choices) }] : []),
      {
        name: 'settings',
        rows: rowsOf([{ form_id: 'needs', form_title: 'İhtiyaçlar', version: '1', ...settings }]),
      },
    ],
  }
}

/** The form of a small workbook; its mistakes fail the story. */
export function formOf(small: SmallForm): Form {
  const { form, issues } = readForm(workbookOf(small))
  if (!form) throw new Error(`no form: ${JSON.stringify(issues)}`)
  return form
}

function rowsOf(lines: readonly Line[]): Row[] {
  const headers = [...new Set(lines.flatMap((line) => Object.keys(line)))]
  const rows = [Object.fromEntries(headers.map((header) => [header, header])), ...lines]
  return rows.map((line, at) => ({
    number: at + 1,
    cells: headers.flatMap((header, column) =>
      line[header] ? [{ column: columnLetter(column), value: line[header] }] : [],
    ),
  }))
}

/** Publishes a form, as a coordinator does from its preview. */
export const publishes = (world: World, small: SmallForm, activityId?: number) =>
  world.house.database.transaction(() =>
    world.house.rooms.questionnaires.publish({
      form: formOf(small),
      publishedBy: null,
      ...(activityId === undefined ? {} : { activityId }),
    }),
  )

/** A question of a form in Turkish and English. */
export const asks = (type: string, name: string, tr: string, en: string, more: Line = {}): Line => ({
  type,
  name,
  'label::Türkçe (tr)': tr,
  'label::English (en)': en,
  ...more,
})

export const choice = (list: string, name: string, tr: string, en: string, more: Line = {}): Line => ({
  list_name: list,
  name,
  'label::Türkçe (tr)': tr,
  'label::English (en)': en,
  ...more,
})

/** A small picture, as somebody takes it. */
export const sendsPhoto = (person: Person) => sends(person, 'photo', 'stand.jpg', 'image/jpeg')

/** Any file; `kind` is Telegram's word for how it was sent. */
export const sends = (
  person: Person,
  kind: 'photo' | 'voice' | 'video' | 'document',
  name: string,
  mimeType: string,
) =>
  person.does((phone) =>
    phone.sendFile({ kind, name, mimeType, bytes: new Uint8Array([255, 216, 255, 224]) }),
  )
