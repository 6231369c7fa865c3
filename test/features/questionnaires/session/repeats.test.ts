import { describe, expect, test } from 'vitest'
import {
  withNoMore,
  withOneMore,
  withoutInstance,
} from '../../../../src/features/questionnaires/domain/session/instances.ts'
import type { Answers } from '../../../../src/features/questionnaires/domain/session/session.ts'
import { formOf, sessionOn } from '../form-of.ts'

const family = formOf({
  survey: [
    { type: 'begin repeat', name: 'people', label: 'People' },
    { type: 'text', name: 'name', label: 'Name' },
    { type: 'integer', name: 'age', label: 'How old is ${name}?', relevant: "${name} != 'nobody'" },
    { type: 'calculate', name: 'number', calculation: 'position(..)' },
    {
      type: 'calculate',
      name: 'older',
      calculation: '${age} - indexed-repeat(${age}, ${people}, position(..) - 1)',
    },
    { type: 'end repeat' },
    { type: 'calculate', name: 'count', calculation: 'count(${people})' },
    { type: 'calculate', name: 'sum', calculation: 'sum(${age})' },
    { type: 'calculate', name: 'oldest', calculation: 'max(${age})' },
    { type: 'calculate', name: 'names', calculation: "join(', ', ${name})" },
    { type: 'calculate', name: 'second', calculation: '${people}[position() = 2]/name' },
    { type: 'calculate', name: 'last', calculation: '${people}[last()]/name' },
    { type: 'calculate', name: 'adults', calculation: 'count(${people}[./age > 17])' },
    { type: 'calculate', name: 'first', calculation: '${name}' },
  ],
})

const three: Answers = {
  '/data/people#': '3',
  '/data/people[1]/name': 'Ayşe',
  '/data/people[1]/age': '40',
  '/data/people[2]/name': 'Ali',
  '/data/people[2]/age': '12',
  '/data/people[3]/name': 'Can',
  '/data/people[3]/age': '19',
}

describe('a repeat', () => {
  test('is entered once, and then asks whether there is one more', () => {
    const paths = sessionOn(family)
      .steps()
      .map(({ kind, path }) => `${kind} ${path}`)
    expect(paths).toEqual([
      'group /data/people[1]',
      'question /data/people[1]/name',
      'question /data/people[1]/age',
      'more /data/people',
    ])
  })

  test('goes on while somebody says so', () => {
    let answers: Answers = { '/data/people[1]/name': 'Ayşe', '/data/people[1]/age': '40' }
    expect(sessionOn(family, answers).open()).toMatchObject({ kind: 'more', instances: 1 })
    answers = { ...answers, ...withOneMore(answers, '/data/people') }
    expect(sessionOn(family, answers).open()).toMatchObject({ path: '/data/people[2]/name' })
    answers = { ...answers, '/data/people[2]/name': '', '/data/people[2]/age': '' }
    expect(sessionOn(family, answers).open()).toMatchObject({ kind: 'more', instances: 2 })
    answers = { ...answers, ...withNoMore(answers, '/data/people') }
    expect(sessionOn(family, answers).open()).toBeUndefined()
  })

  test('means the same instance inside, and all of them outside', () => {
    const session = sessionOn(family, three)
    const { number, older } = { number: '/data/people[2]/number', older: '/data/people[2]/older' }
    expect([session.value(number), session.value(older)]).toEqual(['2', '-28'])
    expect(session.value('/data/people[1]/older')).toBe('')
    const outside = ['count', 'sum', 'oldest', 'names', 'second', 'last', 'adults', 'first']
    expect(outside.map((name) => session.value(`/data/${name}`))).toEqual([
      '3',
      '71',
      '40',
      'Ayşe, Ali, Can',
      'Ali',
      'Can',
      '2',
      'Ayşe',
    ])
  })

  test('leaves out of a sum what does not apply', () => {
    const session = sessionOn(family, { ...three, '/data/people[3]/name': 'nobody' })
    expect(session.value('/data/sum')).toBe('52')
    expect(session.isRelevant('/data/people[3]/age')).toBe(false)
    expect(session.isRelevant('/data/people[2]/age')).toBe(true)
  })

  test('says the name of the one it asks about', () => {
    const session = sessionOn(family, three)
    const node = session.node('/data/people[2]/age')
    expect(session.text('label' in node ? node.label : undefined, '/data/people[2]/age', '')).toBe(
      'How old is Ali?',
    )
  })

  test('loses an instance without mixing up the others', () => {
    const left = withoutInstance(three, '/data/people', 2)
    expect(sessionOn(family, left).value('/data/names')).toBe('Ayşe, Can')
    expect(left['/data/people#']).toBe('2')
    const none = [1, 1].reduce((answers) => withoutInstance(answers, '/data/people', 1), left)
    expect(none).toEqual({ '/data/people#': '1' })
  })

  test('never has more than fifty', () => {
    let answers: Answers = {}
    for (let count = 0; count < 60; count += 1)
      answers = { ...answers, ...withOneMore(answers, '/data/people') }
    expect(sessionOn(family, answers).value('/data/count')).toBe('50')
    expect(sessionOn(family, answers).steps().at(-1)?.kind).toBe('question')
  })
})

describe('a repeat that is counted', () => {
  const counted = formOf({
    survey: [
      { type: 'integer', name: 'many', label: 'How many?' },
      { type: 'begin repeat', name: 'item', label: 'Item', repeat_count: '${many}' },
      { type: 'text', name: 'what', label: 'What?' },
      { type: 'end repeat' },
    ],
  })
  const questions = (answers: Answers) =>
    sessionOn(counted, answers)
      .steps()
      .filter(({ kind }) => kind === 'question').length

  test('has exactly so many, whenever the number changes, and nobody is asked for more', () => {
    expect(['0', '2', '', '-3', '1000', 'many'].map((many) => questions({ '/data/many': many }))).toEqual([
      1, 3, 1, 1, 51, 1,
    ])
    expect(
      sessionOn(counted, { '/data/many': '2' })
        .steps()
        .some(({ kind }) => kind === 'more'),
    ).toBe(false)
  })

  test('keeps what was said in those that come back', () => {
    const answers = { '/data/many': '2', '/data/item[2]/what': 'bolts' }
    const change = sessionOn(counted, answers).afterAnswer('/data/many', '1')
    expect(change.changes().becameIrrelevant).toEqual(['/data/item[2]/what'])
    expect(sessionOn(counted, { ...answers, '/data/many': '1' }).result().values).toEqual({
      '/data/many': '1',
    })
    expect(sessionOn(counted, answers).value('/data/item[2]/what')).toBe('bolts')
  })
})
