import { describe, expect, test } from 'vitest'
import type { Question } from '../../../../src/features/questionnaires/domain/form.ts'
import { formOf, issuesOf, nodeOf, question, warningsOf, yesNo } from './books.ts'

const select = (cells: Record<string, string> = {}) =>
  question({ type: 'select_one yes_no', name: 'exports', label: 'Do you?', ...cells })

test('choices keep all their columns, for filters', () => {
  const form = formOf([question(), select({ choice_filter: 'region = ${city} and name != "no"' })], {
    choices: yesNo.map((row) => ({ ...row, region: 'west', 'my note': 'x' })),
  })
  expect(form.lists['yes_no']?.[0]).toEqual({
    name: 'yes',
    label: { '': ['Yes'] },
    columns: { name: 'yes', label: 'Yes', region: 'west', 'my note': 'x' },
  })
  expect(nodeOf(form, '/data/exports')).toMatchObject({
    list: 'yes_no',
    choiceFilter: { kind: 'binary', operator: 'and', left: { left: { kind: 'column', name: 'region' } } },
  })
})

test('rows without a list are notes, and names may be numbers', () => {
  const form = formOf([select()], {
    choices: [
      { list_name: 'yes_no', name: 1, label: 'Yes' },
      { label: '---' },
      { list_name: 'yes_no', name: 0, label: 'No' },
    ],
  })
  expect(form.lists['yes_no']?.map(({ name }) => name)).toEqual(['1', '0'])
})

test('names may be there twice when the form says so', () => {
  const choices = [...yesNo, ...yesNo]
  expect(
    issuesOf([select()], { choices, settings: [{ form_id: 'f', allow_choice_duplicates: 'yes' }] }),
  ).toEqual([])
})

test('choices of a list that several may be chosen from have no spaces in their names, those of one may', () => {
  const choices = [{ list_name: 'yes_no', name: 'not yet', label: 'Not yet' }]
  expect(issuesOf([select()], { choices })).toEqual([])
  expect(issuesOf([select({ type: 'rank yes_no' })], { choices })).toEqual([
    'E_CHOICE_NAME_SPACE choices 2B "not yet"',
  ])
})

describe('or_other', () => {
  const survey = (label: string, type = 'select_one yes_no or_other') => [
    { type, name: 'exports', [label]: 'Do you?' },
    { type: 'text', name: 'last', [label]: 'Last?' },
  ]
  const choices = (label: string) => [{ list_name: 'yes_no', name: 'yes', [label]: 'Yes' }]

  test.each([
    ['Türkçe (tr)', 'Diğer', 'Lütfen belirtiniz'],
    ['English (en)', 'Other', 'Specify other.'],
    ['Español (es)', 'Otro', 'Por favor, especifique'],
    ['Français (fr)', 'Autre', 'Veuillez préciser'],
    ['Kiswahili (sw)', 'Other', 'Specify other.'],
  ])('adds a choice and a question behind it in %s', (language, other, specify) => {
    const label = `label::${language}`
    const form = formOf(survey(label), { choices: choices(label) })
    expect(form.lists['yes_no']?.map(({ name }) => name)).toEqual(['yes', 'other'])
    expect(form.lists['yes_no']?.[1]?.label).toEqual({ [language]: [other] })
    expect(form.root.children.map(({ name }) => name)).toEqual(['exports', 'exports_other', 'last'])
    expect(nodeOf(form, '/data/exports_other')).toMatchObject({
      type: 'text',
      label: { [language]: [specify] },
      relevant: { kind: 'call', name: 'selected', values: [{ path: '/data/exports' }, { value: 'other' }] },
    })
  })

  test('is also called so', () => {
    const type = 'select all that apply from yes_no or specify other'
    expect(formOf(survey('label', type), { choices: choices('label') }).lists['yes_no']).toHaveLength(2)
  })

  test('adds nothing that is there already', () => {
    const own = [...choices('label'), { list_name: 'yes_no', name: 'other', label: 'Something else' }]
    const form = formOf(survey('label'), { choices: own })
    expect(form.lists['yes_no']?.map(({ label }) => label)).toEqual([
      { '': ['Yes'] },
      { '': ['Something else'] },
    ])
  })
})

test('a random order has a seed, which may be an answer', () => {
  const seeded = (parameters: string) =>
    (nodeOf(formOf([question(), select({ parameters })], { choices: yesNo }), '/data/exports') as Question)
      .parameters
  expect(seeded('randomize=true')).toEqual({ isRandomized: true })
  expect(seeded('Randomize = True, seed = 42')).toEqual({ isRandomized: true, seed: 42 })
  expect(seeded('randomize=true;seed=${city}')).toMatchObject({ seed: { kind: 'nodes', path: '/data/city' } })
})

test('a list without its column is said once, not for each question', () => {
  expect(
    issuesOf([select(), select({ name: 'b' })], { choices: [{ 'list name': 'yes_no', label: 'Yes' }] }),
  ).toEqual(['E_COLUMN_MISSING choices 1 ""'])
})

test('a choice without a label is shown by its name', () => {
  const choices = [...yesNo, { list_name: 'yes_no', name: 'maybe' }]
  expect(formOf([select()], { choices }).lists['yes_no']?.[2]?.label).toEqual({ '': ['maybe'] })
  expect(warningsOf([select()], { choices })).toEqual(['W_CHOICE_LABEL_MISSING choices 4C "maybe"'])
})
