import { describe, expect, test } from 'vitest'
import type { ActivityReview } from '../../../src/features/activities/actions/review-activity.ts'
import { placeRows } from '../../../src/features/activities/domain/participants/place-rows.ts'
import { activityPreview } from '../../../src/features/activities/chat/uploads/activity-preview.ts'
import { valueInWords } from '../../../src/features/activities/chat/uploads/field-words.ts'
import { mistakesAnswer, sentenceOf } from '../../../src/features/activities/chat/uploads/mistakes.ts'
import { textGaps } from '../../../src/features/activities/domain/text-gaps.ts'
import { compareActivityWorkbooks } from '../../../src/features/activities/domain/workbook/compare-workbooks.ts'
import { openTexts } from '../../../src/platform/texts/open-texts.ts'
import { languages } from '../../../src/shared/localized-text.ts'
import { inEachLanguage, type Issue } from '../../../src/shared/tables/issue.ts'
import { barcelona } from '../../support/spreadsheets.ts'
import { activitySheet, itemSheet, read } from './workbook/books.ts'

const texts = openTexts()
const telegramTakes = 4096
const long = '🚆&'.repeat(60)

/** Everything changed, in every field, with as much to say as there can be. */
function crowded(): ActivityReview {
  const whole = read(barcelona().sheets, { today: Temporal.PlainDate.from('2030-01-01') })
  const activity = whole.activity && {
    ...whole.activity,
    title: { tr: long },
    city: { tr: long },
    capacity: 1,
  }
  const items = whole.itinerary.map((item) => ({
    ...item,
    title: { tr: long },
    place: { en: long },
    host: long,
  }))
  const warnings = Array.from({ length: 60 }, (): Issue => ({
    code: 'W_ITEMS_OVERLAP',
    sheet: 'itinerary',
    row: 1234,
    found: long.slice(0, 80),
    details: { other: long.slice(0, 80), otherRow: '1233' },
  }))
  const next = { ...whole, activity, itinerary: items, warnings }
  const differences = compareActivityWorkbooks({ ...whole, itinerary: [] }, next)
  if (!activity) throw new Error('the example has no activity')
  return {
    kind: 'activity',
    read: next,
    fields: activity,
    known: { id: 1 } as ActivityReview['known'],
    placed: placeRows([], [], []),
    doubts: 0,
    differences: differences.map((difference) => ({ ...difference, people: 1234 })),
    approved: 1234,
    told: 1234,
    digest: '',
  }
}

describe.each(languages)('in %s', (language) => {
  const words = texts.words(language)
  const scene = { words, now: Temporal.Instant.from('2026-11-02T06:00:00Z'), homeTimeZone: 'Europe/Istanbul' }

  test('a preview with very much to say fits into a message; the rest is in the file', () => {
    const { message, file } = activityPreview(scene, crowded(), 1)
    expect(message.text.length).toBeLessThanOrEqual(telegramTakes)
    expect(file?.sheets.map(({ rows }) => rows.length > 30)).toEqual([true, true])
  })

  test('mistakes with very much to say fit into a message', () => {
    const issue: Issue = {
      code: 'E_CHOICE',
      sheet: 'itinerary',
      row: 12,
      column: 'B',
      found: '<'.repeat(80),
      details: { key: 'kind', allowed: 'travel, visit, b2b, meal, free, briefing, deadline, '.repeat(4) },
    }
    const { message, file } = mistakesAnswer(words, 'a.xlsx', Array<Issue>(40).fill(issue))
    expect(message.text.length).toBeLessThanOrEqual(telegramTakes)
    expect(file?.sheets[0]?.rows).toHaveLength(40)
  })
})

test('a text counts as missing only where there is one at all', () => {
  const workbook = read([
    activitySheet({ 'title::en': 'Trade delegation' }),
    itemSheet({ 'place::es': 'Sala' }),
  ])
  const gaps = textGaps(workbook).map(({ sheet, key, present }) => `${sheet} ${key}: ${present.join(' ')}`)
  expect(gaps).toEqual([
    'activity title: tr en',
    'activity city: tr',
    'itinerary title: tr',
    'itinerary place: es',
  ])
})

test('a warning calls items as their reader knows them', () => {
  const issue: Issue = {
    code: 'W_ITEMS_OVERLAP',
    sheet: 'itinerary',
    row: 35,
    found: 'Night coach',
    details: {
      ...{ other: 'Coach back', otherRow: '33' },
      ...inEachLanguage({ found: { tr: 'Gece otobüsü', en: 'Night coach' }, other: { tr: 'Dönüş' } }),
    },
  }
  expect(sentenceOf(texts.words('tr'), issue)).toContain('“Gece otobüsü” ile “Dönüş” (satır 33)')
  expect(sentenceOf(texts.words('en'), issue)).toContain('“Night coach” and “Dönüş” (row 33)')
})

test('a list that is emptied is not called none in another language', () => {
  expect(valueInWords(texts.words('tr'), 'none')).toBe('yok')
})

test('what can only be chosen is said in her words, and a free text of the same field stays', () => {
  const said = (field: string, value: string) =>
    languages.map((language) => valueInWords(texts.words(language), value, field))
  expect(said('role', 'delegate')).toEqual(['delege', 'delegate', 'delegación', 'délégation'])
  expect(said('kind', 'visit')).toEqual(['ziyaret', 'visit', 'visita', 'visite'])
  expect(said('status', 'cancelled')).toEqual(['iptal edildi', 'cancelled', 'cancelado', 'annulé'])
  expect(new Set(said('role', 'Rehber'))).toEqual(new Set(['Rehber']))
  expect(new Set(said('bus', 'all'))).toEqual(new Set(['all']))
})
