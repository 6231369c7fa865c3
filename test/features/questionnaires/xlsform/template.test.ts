import { expect, test } from 'vitest'
import { formTemplate } from '../../../../src/features/questionnaires/domain/xlsform/template.ts'
import { readForm } from '../../../../src/features/questionnaires/domain/xlsform/read-form.ts'
import { readSpreadsheet, writeSpreadsheet } from '../../../../src/platform/spreadsheets/index.ts'
import { openTexts } from '../../../../src/platform/texts/open-texts.ts'
import { languages } from '../../../../src/shared/localized-text.ts'
import { nodesOf } from './books.ts'

const texts = openTexts()
const today = Temporal.PlainDate.from('2026-11-26')

test.each(languages)('the template in %s reads back without an issue', async (language) => {
  const words = texts.words(language)
  const sheets = formTemplate({ language, today, explain: (key) => words.plain(`xlsform:help.${key}`) })
  const { form, issues, warnings } = readForm(await readSpreadsheet(await writeSpreadsheet(sheets)))
  expect([...issues, ...warnings.filter(({ code }) => code !== 'W_COLUMN_IGNORED')]).toEqual([])
  expect(form?.languages[0]?.tag).toBe(language)
  expect(form?.languages).toHaveLength(4)
  expect(form?.purpose).toEqual({
    kind: 'needs_analysis',
    scope: 'firm',
    isAnonymous: false,
    closesAt: '2026-12-26T17:00',
  })
  const kinds = form && nodesOf(form).map((node) => (node.kind === 'question' ? node.type : node.kind))
  expect(kinds).toEqual([
    'note',
    'group',
    'integer',
    'select_one',
    'select_multiple',
    'range',
    'text',
    'calculation',
  ])
})

test('every explanation is there', () => {
  const sheets = formTemplate({
    language: 'tr',
    today,
    explain: (key) => texts.words('tr').plain(`xlsform:help.${key}`),
  })
  const help = sheets.find(({ name }) => name === 'help')
  expect(help?.rows.length).toBeGreaterThan(40)
  for (const { values } of help?.rows ?? []) expect(values.every((value) => value !== '')).toBe(true)
})
