import { describe, expect, test } from 'vitest'
import { checklist, isDayToAsk, type Noted } from '../../../src/features/documents/domain/checklist.ts'
import { appliesTo, type DocumentRule } from '../../../src/features/documents/domain/document.ts'

const rule = (changes: Partial<DocumentRule> = {}): DocumentRule => ({
  code: 'photo',
  title: { en: 'Photo' },
  appliesIf: null,
  isMandatory: true,
  dueOn: '2026-11-20',
  proof: 'file',
  rule: null,
  ruleSource: null,
  ruleCheckedOn: null,
  ...changes,
})
const visa = rule({
  code: 'visa',
  appliesIf: { passportTypes: ['ordinary'], nationalities: ['TR'], sides: [] },
})
const on = (day: string) => Temporal.PlainDate.from(day)
const line = (state: Noted['state'] | undefined, day: string, changes: Partial<DocumentRule> = {}) =>
  checklist(
    [rule(changes)],
    { passportType: 'ordinary', side: null },
    new Map(state ? [['photo', { state, reason: null, hasFile: false }]] : []),
    on(day),
  )[0]

test.each([
  ['an ordinary passport needs the visa', 'ordinary', 'yes'],
  ['a green one does not', 'special', 'no'],
  ['a foreign one does not need ours', 'foreign', 'no'],
  ['nobody knows before it is told', undefined, 'unknown'],
])('%s', (_, passportType, applies) => {
  expect(appliesTo(visa, { passportType, side: null })).toBe(applies)
})

test('of a foreign passport the nationality is not known', () => {
  const ours = rule({ appliesIf: { passportTypes: [], nationalities: ['TR'], sides: [] } })
  expect(appliesTo(ours, { passportType: 'foreign', side: null })).toBe('unknown')
  expect(appliesTo(ours, { passportType: 'service', side: null })).toBe('yes')
})

test('what is for guests is for nobody else', () => {
  const guests = rule({ appliesIf: { passportTypes: [], nationalities: [], sides: ['guest'] } })
  expect(appliesTo(guests, { passportType: 'ordinary', side: null })).toBe('no')
  expect(appliesTo(guests, { passportType: undefined, side: 'guest' })).toBe('yes')
})

test.each([
  ['nothing yet, still time', undefined, '2026-11-20', 'amber'],
  ['nothing yet, the day after', undefined, '2026-11-21', 'red'],
  ['received late is being checked', 'received', '2026-11-25', 'amber'],
  ['sent back', 'sent_back', '2026-11-01', 'red'],
  ['accepted', 'accepted', '2026-12-01', 'green'],
] as const)('%s: %s', (_, state, day, urgency) => {
  expect(line(state, day)?.urgency).toBe(urgency)
})

test.each([
  ['nobody has sent it', undefined, 'unknown', 'none'],
  ['it has come', 'received', 'yes', 'amber'],
  ['it was sent back', 'sent_back', 'yes', 'red'],
] as const)('of what depends on a passport nobody knows: %s', (_, state, applies, urgency) => {
  const noted = new Map(state ? [['visa', { state, reason: null, hasFile: true }]] : [])
  const [only] = checklist([visa], { passportType: undefined, side: null }, noted, on('2026-11-01'))
  expect(only).toMatchObject({ applies, urgency })
})

test('what is not mandatory is never red', () => {
  expect(line(undefined, '2026-11-25', { isMandatory: false })?.urgency).toBe('none')
})

describe('people are told what is missing', () => {
  const open = checklist([rule()], { passportType: 'ordinary', side: null }, new Map(), on('2026-10-01'))
  test.each([
    ['at once the first time', 0, '2026-10-01', true],
    ['not the next day', 1, '2026-10-02', false],
    ['seven days before', 1, '2026-11-13', true],
    ['on the last day', 2, '2026-11-20', true],
    ['the day after', 3, '2026-11-21', true],
    ['never a fifth time', 4, '2026-11-13', false],
  ])('%s', (_, asked, day, isAsked) => {
    expect(isDayToAsk(open, asked, on(day))).toBe(isAsked)
  })
  test('nobody who has everything', () => {
    expect(isDayToAsk([], 0, on('2026-11-13'))).toBe(false)
  })
})
