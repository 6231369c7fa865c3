import { expect, test } from 'vitest'
import { moveAnswers } from '../../../src/features/questionnaires/domain/move-answers.ts'
import { formOf, now, type Sheets } from './form-of.ts'

const at = { now, startedAt: now, seed: 'seed' }
const choices = ['red', 'blue', 'green'].map((name) => ({ list_name: 'colour', name, label: name }))
const before: Sheets = {
  survey: [
    { type: 'begin_group', name: 'firm', label: 'Firm' },
    { type: 'integer', name: 'staff', label: 'Staff' },
    { type: 'text', name: 'city', label: 'City' },
    { type: 'end_group', name: '' },
    { type: 'select_one colour', name: 'colour', label: 'Colour' },
    { type: 'date', name: 'founded', label: 'Founded' },
    { type: 'begin_repeat', name: 'people', label: 'Person' },
    { type: 'text', name: 'name', label: 'Name' },
    { type: 'end_repeat', name: '' },
  ],
  choices,
}
const answers = {
  '/data/firm/staff': '80',
  '/data/firm/city': 'Bursa',
  '/data/colour': 'red',
  '/data/founded': '1990-01-01',
  '/data/people#': '2',
  '/data/people[1]/name': 'Ada',
  '/data/people[2]/name': 'Bob',
}
const moved = (survey: Sheets['survey'], list = choices, given: Record<string, string> = answers) =>
  moveAnswers(formOf(before), formOf({ survey, choices: list }), given, at)
const repeat: Sheets['survey'] = [
  { type: 'begin_repeat', name: 'people', label: 'Person' },
  { type: 'text', name: 'name', label: 'Name' },
  { type: 'end_repeat', name: '' },
]

test('to a form that says the same everything goes, under the same paths', () => {
  expect(moved(before.survey)).toMatchObject({ kept: answers, setAside: {}, toLookAt: [] })
})

test('a question that stands in another group keeps its answer, and so do people in a repeat', () => {
  const { kept, movedFrom, setAside } = moved([
    { type: 'decimal', name: 'staff', label: 'Staff' },
    { type: 'begin_group', name: 'where', label: 'Where' },
    { type: 'text', name: 'city', label: 'City' },
    { type: 'end_group', name: '' },
    ...repeat,
    { type: 'select_multiple colour', name: 'colour', label: 'Colours' },
    { type: 'date', name: 'founded', label: 'Founded' },
  ])
  expect(kept).toEqual({
    '/data/staff': '80',
    '/data/where/city': 'Bursa',
    '/data/colour': 'red',
    '/data/founded': '1990-01-01',
    '/data/people#': '2',
    '/data/people[1]/name': 'Ada',
    '/data/people[2]/name': 'Bob',
  })
  expect(movedFrom['/data/where/city']).toBe('/data/firm/city')
  expect(setAside).toEqual({})
})

test('another type, a choice that is gone and what is not accepted any more are set aside, to be looked at again', () => {
  const result = moved(
    [
      { type: 'integer', name: 'staff', label: 'Staff', constraint: '. < 50' },
      { type: 'integer', name: 'city', label: 'City, by number' },
      { type: 'select_one colour', name: 'colour', label: 'Colour' },
      { type: 'date', name: 'founded', label: 'Founded' },
    ],
    choices.filter(({ name }) => name !== 'red'),
  )
  expect(result.kept).toEqual({ '/data/founded': '1990-01-01' })
  expect(result.toLookAt).toEqual(['/data/staff', '/data/city', '/data/colour'])
  expect(Object.keys(result.setAside)).toEqual([
    '/data/firm/staff',
    '/data/firm/city',
    '/data/colour',
    '/data/people[1]/name',
    '/data/people[2]/name',
  ])
})

test('of several questions with one name none is taken for the other', () => {
  const { kept, setAside, toLookAt } = moved([
    { type: 'begin_group', name: 'home', label: 'Home' },
    { type: 'text', name: 'city', label: 'City' },
    { type: 'end_group', name: '' },
    { type: 'begin_group', name: 'abroad', label: 'Abroad' },
    { type: 'text', name: 'city', label: 'City' },
    { type: 'end_group', name: '' },
    { type: 'date', name: 'founded', label: 'Founded' },
  ])
  expect(kept).toEqual({ '/data/founded': '1990-01-01' })
  expect(setAside['/data/firm/city']).toBe('Bursa')
  expect(toLookAt).toEqual([])
})

test('what was skipped stays skipped, and of nothing nothing is moved', () => {
  expect(moved(before.survey, choices, { '/data/colour': '' })).toMatchObject({
    kept: { '/data/colour': '' },
    setAside: {},
  })
  expect(moved(before.survey, choices, {}).kept).toEqual({})
})
