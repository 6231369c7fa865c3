import { describe, expect, test } from 'vitest'
import { summarise, type Answered } from '../../../../src/features/questionnaires/domain/summary/summarise.ts'

const answered = (type: Answered['type'], values: string[], more: Partial<Answered> = {}) =>
  summarise({
    type,
    values,
    choices: [],
    asked: values.length,
    responses: values.length,
    isAnonymous: false,
    ...more,
  })

describe('what the answers to a question come to', () => {
  test('choices: each of the list, and what an older version offered behind them', () => {
    expect(
      answered('select_one', ['yes', 'no', 'yes', 'maybe'], { choices: ['yes', 'no', 'never'], asked: 6 }),
    ).toEqual({
      n: 4,
      asked: 6,
      of: {
        kind: 'choices',
        isSeveral: false,
        counts: [
          { name: 'yes', count: 2 },
          { name: 'no', count: 1 },
          { name: 'never', count: 0 },
          { name: 'maybe', count: 1 },
        ],
      },
    })
  })

  test('several choices: how many have chosen each, n is that of people', () => {
    const { n, of } = answered('select_multiple', ['a b', 'b', 'b c'], { choices: ['a', 'b', 'c'] })
    expect(n).toBe(3)
    expect(of).toMatchObject({ isSeveral: true, counts: [{ count: 1 }, { count: 3 }, { count: 1 }] })
  })

  test('ranks: what was put first most often, with the mean of the places that were given', () => {
    const { of } = answered('rank', ['a b c', 'b a', 'b c a'], { choices: ['a', 'b', 'c', 'd'] })
    expect(of).toEqual({
      kind: 'ranks',
      places: [
        { name: 'b', ranked: 3, first: 2, meanPlace: 4 / 3 },
        { name: 'a', ranked: 3, first: 1, meanPlace: 2 },
        { name: 'c', ranked: 2, first: 0, meanPlace: 2.5 },
        { name: 'd', ranked: 0, first: 0, meanPlace: 0 },
      ],
    })
  })

  test('a scale: a count for each of its points; free numbers: steps', () => {
    const parameters = { start: 1, end: 5, step: 1 }
    expect(answered('range', ['5', '4', '5'], { parameters }).of).toMatchObject({
      spread: { n: 3, median: 5, least: 4 },
      counts: [{ name: '1', count: 0 }, {}, {}, { name: '4', count: 1 }, { name: '5', count: 2 }],
      steps: [],
    })
    expect(answered('integer', ['5', '40', '120']).of).toMatchObject({ counts: [], spread: { median: 40 } })
    const down = { start: 5, end: 1, step: -1 }
    expect(answered('range', ['2'], { parameters: down }).of).toMatchObject({
      counts: ['1', '2', '3', '4', '5'].map((name) => ({ name })),
    })
    expect(answered('range', ['15'], { parameters: { start: 0, end: 100, step: 1 } }).of).toMatchObject({
      counts: [],
    })
  })

  test('dates, times and moments: the first and the last', () => {
    expect(answered('date', ['2026-12-10', '2026-03-01']).of).toMatchObject({
      first: '2026-03-01',
      last: '2026-12-10',
    })
    const late = '2026-12-10T23:30:00.000+03:00'
    const later = '2026-12-10T22:00:00.000+01:00'
    expect(answered('dateTime', [later, late]).of).toMatchObject({ first: late, last: later })
  })

  test('of pictures and places only the count', () => {
    expect(answered('image', ['1', '2'])).toEqual({ n: 2, asked: 2, of: { kind: 'count', of: 'files' } })
    expect(answered('text', []).of).toEqual({ kind: 'nothing' })
  })
})

describe('anonymous', () => {
  test('below five answers to a question nothing is said of it', () => {
    const isAnonymous = true
    expect(answered('text', ['a', 'b', 'c', 'd'], { isAnonymous, asked: 12 })).toEqual({
      n: 4,
      asked: 12,
      of: { kind: 'tooFew' },
    })
    expect(answered('text', [], { isAnonymous }).of).toEqual({ kind: 'tooFew' })
  })

  test('what is repeated may be many entries of few people', () => {
    const many = answered('integer', ['1', '2', '3', '4', '5', '6'], { isAnonymous: true, responses: 4 })
    expect(many.of).toEqual({ kind: 'tooFew' })
  })

  test('texts come in the order of the alphabet, not of their arrival', () => {
    expect(answered('text', ['e', 'b', 'a', 'd', 'c'], { isAnonymous: true }).of).toEqual({
      kind: 'texts',
      texts: ['a', 'b', 'c', 'd', 'e'],
    })
  })
})
