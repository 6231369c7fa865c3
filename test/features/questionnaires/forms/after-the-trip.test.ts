import { describe, expect, test } from 'vitest'
import { results } from '../../../../src/features/questionnaires/forms/results/index.ts'
import { satisfaction } from '../../../../src/features/questionnaires/forms/satisfaction.ts'
import { formOf, questionsOf, somebodyAt } from './finished.ts'

describe('satisfaction', () => {
  const form = formOf(satisfaction)
  const person = somebodyAt(form)

  test('is anonymous and of each person: ten questions, and why', () => {
    expect(form.purpose).toEqual({ kind: 'survey', scope: 'person', isAnonymous: true })
    expect(questionsOf(form).map(({ name }) => name)).toEqual([
      'recommend',
      'recommend_why_not',
      'recommend_why',
      'overall_mark',
      'preparation',
      'communication',
      'programme',
      'companies',
      'interpreting',
      'hotel_transport',
      'coordinators',
      'learned',
    ])
    expect(nothingOf(form)).toEqual([])
  })

  test.each([
    ['0', 'recommend_why_not'],
    ['6', 'recommend_why_not'],
    ['7', undefined],
    ['8', undefined],
    ['9', 'recommend_why'],
    ['10', 'recommend_why'],
  ])('a %s asks why: %s', (recommend, why) => {
    const asked = person.asked({ recommend })
    expect(asked.filter((name) => name.startsWith('recommend_'))).toEqual(why ? [why] : [])
    expect(asked).toHaveLength(why ? 11 : 10)
  })

  test('a scale from 0 to 10, five marks, or no opinion', () => {
    for (const value of ['0', '10']) expect(person.refuses({}, 'recommend', value)).toBe(false)
    for (const value of ['-1', '11', '5.5']) expect(person.refuses({}, 'recommend', value)).toBe(true)
    expect(person.refuses({}, 'interpreting', 'not_applicable')).toBe(false)
    expect(person.refuses({}, 'overall_mark', '0')).toBe(true)
  })

  test('nothing new stands alone', () => {
    expect(person.refuses({}, 'learned', 'technology none')).toBe(true)
    expect(person.refuses({}, 'learned', 'none')).toBe(false)
  })
})

describe('results', () => {
  const form = formOf(results)
  const firm = somebodyAt(form)
  const onlyAfterMeetings = [
    'meetings_useful',
    'leads',
    'quotations',
    'value_band',
    'value_probability',
    'agreements',
    'order_amount',
    'order_currency',
  ]

  test('is named and of the firm', () => {
    expect(form.purpose).toEqual({ kind: 'survey', scope: 'firm', isAnonymous: false })
  })

  test('without a meeting there is nothing to ask about results', () => {
    expect(firm.asked({ meetings_held: '0' })).toEqual(['meetings_held', 'needs_next', 'needs_words'])
    expect(firm.asked({})).toEqual(['meetings_held', 'needs_next', 'needs_words'])
  })

  test('with meetings it asks; an order has an amount, a value has a probability', () => {
    const held = { meetings_held: '8' }
    expect(firm.asked(held).filter((name) => onlyAfterMeetings.includes(name))).toEqual([
      'meetings_useful',
      'leads',
      'quotations',
      'value_band',
      'agreements',
    ])
    const all = { ...held, value_band: '50_250k', agreements: 'mou order' }
    expect(firm.asked(all).filter((name) => onlyAfterMeetings.includes(name))).toEqual(onlyAfterMeetings)
    expect(firm.asked({ ...held, value_band: 'cannot_say', agreements: 'none' })).not.toContain(
      'order_amount',
    )
    expect(firm.asked({ ...held, value_band: 'cannot_say' })).not.toContain('value_probability')
  })

  test('what was answered about results does not count when there was no meeting after all', () => {
    const answers = { meetings_held: '0', leads: '5', value_band: '50_250k', value_probability: 'high' }
    expect(firm.value(answers, 'leads')).toBe('')
    expect(firm.value(answers, 'expected_value_eur')).toBe('0')
  })

  test('no more can be useful than were held', () => {
    expect(firm.refuses({ meetings_held: '8' }, 'meetings_useful', '9')).toBe(true)
    expect(firm.refuses({ meetings_held: '8' }, 'meetings_useful', '8')).toBe(false)
    expect(firm.refuses({ meetings_held: '8' }, 'agreements', 'mou none')).toBe(true)
  })

  // 150,000 × 0.3; 625,000 × 0.6; 30,000 × 0.1
  test.each([
    ['50_250k', 'medium', '45000'],
    ['250k_1m', 'high', '375000'],
    ['10_50k', 'low', '3000'],
    ['none', '', '0'],
    ['cannot_say', '', '0'],
  ])('%s with %s probability is worth %s', (value_band, value_probability, expected) => {
    const answers = { meetings_held: '4', value_band, ...(value_probability && { value_probability }) }
    expect(firm.value(answers, 'expected_value_eur')).toBe(expected)
  })
})

/** Questions that would fill in who somebody is. */
const nothingOf = (form: Parameters<typeof questionsOf>[0]) =>
  questionsOf(form).filter(({ profile }) => profile !== undefined)
