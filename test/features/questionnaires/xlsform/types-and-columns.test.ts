import { describe, expect, test } from 'vitest'
import { formOf, issuesOf, nodeOf, nodesOf, question, warningsOf, yesNo } from './books.ts'

const choices = { choices: yesNo }
const yes = { kind: 'call', name: 'true', values: [] }

test.each([
  ['string', 'text'],
  ['add text prompt', 'text'],
  ['INTEGER', 'integer'],
  ['int', 'integer'],
  ['date time', 'dateTime'],
  ['datetime', 'dateTime'],
  ['gps', 'geopoint'],
  ['photo', 'image'],
  ['trigger', 'acknowledge'],
  ['phone number', 'text'],
  ['percentage', 'integer'],
  ['select_one yes_no', 'select_one'],
  ['Select One yes_no', 'select_one'],
  ['select1 yes_no', 'select_one'],
  ['select one from yes_no', 'select_one'],
  ['add select one prompt using yes_no', 'select_one'],
  ['select all that apply yes_no', 'select_multiple'],
  ['select all that apply from yes_no', 'select_multiple'],
  ['select multiple yes_no', 'select_multiple'],
  ['rank yes_no', 'rank'],
])('%s is asked as %s', (spelling, type) => {
  expect(nodeOf(formOf([question({ type: spelling })], choices), '/data/city')).toMatchObject({
    kind: 'question',
    type,
  })
})

test.each([
  ['start', 'start'],
  ['get end time', 'end'],
  ['today', 'today'],
  ['imei', 'blank'],
  ['uri:email', 'blank'],
  ['start-geopoint', 'blank'],
])('%s is filled in by nobody', (type, what) => {
  const form = formOf([question(), { type, name: 'm' }])
  expect(nodeOf(form, '/data/m')).toMatchObject({ kind: 'calculation', from: { kind: 'meta', what } })
})

test('what old names of types bring along is checked', () => {
  const form = formOf([question({ type: 'percentage', constraint: '. != 50' })])
  expect(nodeOf(form, '/data/city')).toMatchObject({ constraint: { kind: 'binary', operator: 'and' } })
})

test.each([
  [{ command: 'text', tag: 'a', caption: 'A' }],
  [{ TYPE: 'text', value: 'a', 'Label ': 'A' }],
  [{ type: 'text', name: 'a', '\uFEFFlabel': 'A' }],
])('columns have several names: %j', (row) => {
  const { label } = nodeOf(formOf([row]), '/data/a') as { label?: unknown }
  expect(label).toEqual({ '': ['A'] })
})

test.each([
  ['relevant', 'relevant'],
  ['relevance', 'relevant'],
  ['bind::relevant', 'relevant'],
  ['required', 'required'],
  ['bind::required', 'required'],
  ['Constraint', 'constraint'],
  ['bind:constraint', 'constraint'],
  ['calculate', 'calculation'],
  ['bind:calculate', 'calculation'],
])('the column %s is %s', (header, key) => {
  expect(nodeOf(formOf([question({ [header]: 'TRUE' })]), '/data/city')).toMatchObject({ [key]: yes })
})

test('of two names of a column the plain one wins where it stands behind', () => {
  const form = formOf([{ type: 'text', value: 'old', label: 'A', name: 'new' }])
  expect(nodesOf(form).map(({ name }) => name)).toEqual(['new'])
})

test('messages, hints and media are read in their languages', () => {
  const form = formOf([
    {
      type: 'integer',
      name: 'age',
      'label::English (en)': 'Age?',
      'hint::English (en)': 'In years',
      'guidance_hint::English (en)': 'Round down',
      constraint: '. > 17',
      'constraint_message::English (en)': 'Too young',
      required: 'yes',
      'bind::jr:requiredMsg::English (en)': 'Please',
      'media::image::English (en)': 'cake.png',
    },
  ])
  expect(nodeOf(form, '/data/age')).toMatchObject({
    hint: { 'English (en)': ['In years'] },
    guidance: { 'English (en)': ['Round down'] },
    constraintMessage: { 'English (en)': ['Too young'] },
    requiredMessage: { 'English (en)': ['Please'] },
    media: { image: { 'English (en)': 'cake.png' } },
    required: yes,
    isReadOnly: false,
  })
})

describe('groups and repeats', () => {
  test('make paths, and their conditions are kept', () => {
    const form = formOf([
      { type: 'begin group', name: 'firm', label: 'Firm', relevant: "${go} = 'x'", appearance: 'field-list' },
      { type: 'begin_repeat', name: 'people', label: 'People', repeat_count: '${count}' },
      question(),
      { type: 'end repeat' },
      { type: 'end_group' },
      question({ name: 'go' }),
      question({ type: 'integer', name: 'count' }),
    ])
    expect(nodesOf(form).map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'group /data/firm',
      'repeat /data/firm/people',
      'question /data/firm/people/city',
      'question /data/go',
      'question /data/count',
    ])
    expect(nodeOf(form, '/data/firm/people')).toMatchObject({ count: { kind: 'nodes', path: '/data/count' } })
    expect(nodeOf(form, '/data/firm')).toMatchObject({ relevant: { kind: 'binary', operator: '=' } })
  })

  test('may have names that are used elsewhere, but a repeat may not', () => {
    const inside = (type: string, name: string) => [
      { type: `begin_${type}`, name, label: 'G' },
      question(),
      { type: `end_${type}` },
    ]
    expect(issuesOf([...inside('group', 'a'), ...inside('group', 'b')])).toEqual([])
    expect(
      issuesOf([
        { type: 'begin_group', name: 'a', label: 'A' },
        ...inside('repeat', 'r'),
        { type: 'end_group' },
        ...inside('repeat', 'r'),
      ]),
    ).toEqual(['E_NAME_DUPLICATE survey 7B "r"'])
  })
})

test('notes need no name, and one with a value is shown with it', () => {
  const form = formOf([
    { type: 'note', label: 'Hello' },
    { type: 'note', name: 'sum', label: 'Sum: ${sum}', calculation: '1 + 1' },
  ])
  expect(nodesOf(form)).toMatchObject([
    { kind: 'note', name: 'generated_name_2', row: 2, label: { '': ['Hello'] } },
    { kind: 'question', type: 'text', isReadOnly: true, calculation: { kind: 'binary' } },
  ])
})

test('a question that is worked out and has nothing to show is never asked', () => {
  const form = formOf([question(), { type: 'integer', name: 'twice', calculation: '2 * 2' }])
  expect(nodeOf(form, '/data/twice')).toMatchObject({ kind: 'calculation', from: { kind: 'expression' } })
})

test('rows that are switched off are as if they were not there', () => {
  expect(issuesOf([question(), question({ disabled: 'yes', type: 'nonsense' })])).toEqual([])
})

test('settings among the questions of old forms are read', () => {
  const survey = [{ type: 'form_title', name: 'Old form' }, { type: 'form_id', name: 'old' }, question()]
  expect(formOf(survey, { settings: [{ version: 3 }] })).toMatchObject({
    title: 'Old form',
    formId: 'old',
    version: '3',
  })
})

test('the only sheet of a file is its survey, whatever it is called', () => {
  expect(warningsOf([question()])).toEqual([])
})

test('several questions may set off a calculation', () => {
  const form = formOf([
    question({ name: 'a' }),
    question({ name: 'b' }),
    { type: 'calculate', name: 'c', calculation: '. + 1', trigger: '${a}, ${b}' },
  ])
  expect(nodeOf(form, '/data/c')).toMatchObject({ triggers: ['/data/a', '/data/b'] })
})
