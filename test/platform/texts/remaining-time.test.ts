import { expect, test } from 'vitest'
import { languages } from '../../../src/shared/localized-text.ts'
import { openTexts } from '../../../src/platform/texts/open-texts.ts'
import { closingTime, remainingTime } from '../../../src/platform/texts/remaining-time.ts'

const texts = openTexts()
const at = (text: string, timeZone = 'Europe/Istanbul') =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant()
const now = at('2026-11-20T10:00')
const until = (text: string) => remainingTime(now, at(text), 'Europe/Istanbul')
const said = (text: string) => languages.map((language) => closingTime(texts.words(language), until(text)))

test('closes in days, hours, minutes, today, tomorrow: as people say it', () => {
  expect(said('2026-11-23T18:00')).toEqual([
    '3 gün sonra kapanıyor',
    'closes in 3 days',
    'cierra dentro de 3 días',
    'clôture dans 3 jours',
  ])
  expect(said('2026-11-20T15:30')[1]).toBe('closes in 5\u00a0hours')
  expect(said('2026-11-20T11:00')[2]).toBe('cierra dentro de 1\u00a0hora')
  expect(said('2026-11-20T10:59')[1]).toBe('closes in 59\u00a0minutes')
  expect(said('2026-11-20T10:00:20')[3]).toBe('clôture dans 1\u00a0minute')
  expect(said('2026-11-20T18:00')).toEqual([
    'bugün kapanıyor',
    'closes today',
    'cierra hoy',
    'clôture aujourd’hui',
  ])
  expect(said('2026-11-21T09:00')[1]).toBe('closes tomorrow')
})

test('is closed at the very moment, not one later', () => {
  expect(until('2026-11-20T10:00')).toEqual({ unit: 'closed' })
  expect(remainingTime(now.add({ milliseconds: 1 }), now, 'UTC')).toEqual({ unit: 'closed' })
  expect(said('2026-11-20T09:00')).toEqual(['kapandı', 'closed', 'plazo cerrado', 'candidatures closes'])
})

test('counts the days of the calendar in the zone of the deadline', () => {
  const late = at('2026-11-20T23:30')
  const deadline = at('2026-11-22T18:00')
  expect(remainingTime(late, deadline, 'Europe/Istanbul')).toEqual({ unit: 'days', count: 2 })
  expect(remainingTime(late, deadline, 'Asia/Tokyo')).toEqual({ unit: 'days', count: 2 })
  expect(remainingTime(at('2026-11-20T18:30'), at('2026-11-22T02:00'), 'Europe/Istanbul')).toEqual({
    unit: 'days',
    count: 2,
  })
  expect(remainingTime(at('2026-11-20T18:30'), at('2026-11-22T02:00'), 'America/New_York')).toMatchObject({
    unit: 'tomorrow',
  })
})

test('a month and a year before is still counted in days', () => {
  expect(until('2027-01-20T10:00')).toEqual({ unit: 'days', count: 61 })
})

test('a time is labelled with its city', () => {
  const label = languages.map((language) =>
    texts.words(language)('time:atPlace', { time: '16:00', city: 'Barcelona' }),
  )
  expect(label).toEqual([
    '16:00 (Barcelona saatiyle)',
    '16:00 (Barcelona time)',
    '16:00 (hora de Barcelona)',
    '16:00 (Barcelona, heure locale)',
  ])
})
