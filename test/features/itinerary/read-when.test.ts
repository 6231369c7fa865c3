import { describe, expect, test } from 'vitest'
import { readWhen, type WhenContext } from '../../../src/features/itinerary/actions/editing/read-when.ts'
import { refusalOf } from '../../../src/shared/domain-error.ts'
import type { Language } from '../../../src/shared/localized-text.ts'

/** An item on 11 December at 09:30 in Barcelona is being moved, unless something else is said. */
const context = (language: Language, changes: Partial<WhenContext> = {}): WhenContext => ({
  language,
  now: Temporal.Instant.from('2026-12-10T10:00Z'),
  zone: 'Europe/Madrid',
  day: Temporal.PlainDate.from('2026-12-11'),
  time: Temporal.PlainTime.from('09:30'),
  example: '11.12.2026 09:30',
  ...changes,
})

const read = (text: string, language: Language, changes: Partial<WhenContext> = {}) =>
  readWhen(text, context(language, changes)).map((moment) =>
    moment.toZonedDateTimeISO(changes.zone ?? 'Europe/Madrid').toString({ timeZoneName: 'never' }),
  )

const refusal = async (text: string, changes: Partial<WhenContext> = {}) =>
  (await refusalOf(() => Promise.resolve().then(() => readWhen(text, context('en', changes)))))?.code

describe('a moment as it is typed', () => {
  test('an hour keeps the day, a day keeps the hour, in four languages', () => {
    expect(read('14.30', 'tr')).toEqual(['2026-12-11T14:30:00+01:00'])
    expect(read('2:30 pm', 'en')).toEqual(['2026-12-11T14:30:00+01:00'])
    expect(read('a las 2 de la tarde', 'es')).toEqual(['2026-12-11T14:00:00+01:00'])
    expect(read('14 h 30', 'fr')).toEqual(['2026-12-11T14:30:00+01:00'])
    expect(read('12 Aralık', 'tr')).toEqual(['2026-12-12T09:30:00+01:00'])
    expect(read('mañana', 'es')).toEqual(['2026-12-11T09:30:00+01:00'])
    expect(read('le 12 décembre à 14 h 30', 'fr')).toEqual(['2026-12-12T14:30:00+01:00'])
  })

  test('an hour of the night or the afternoon, and a day that looks like an hour, are asked about', () => {
    expect(read('4:30', 'en')).toEqual(['2026-12-11T04:30:00+01:00', '2026-12-11T16:30:00+01:00'])
    expect(read('12.12', 'tr')).toEqual(['2026-12-11T12:12:00+01:00', '2026-12-12T09:30:00+01:00'])
  })

  test('an hour that comes twice is asked about, one that is skipped is refused, where the clocks do so', async () => {
    const autumn = {
      day: Temporal.PlainDate.from('2026-10-25'),
      now: Temporal.Instant.from('2026-10-20T10:00Z'),
    }
    expect(read('02:30', 'en', autumn)).toEqual(['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'])
    expect(read('02:30', 'en', { ...autumn, zone: 'Europe/Istanbul' })).toHaveLength(1)
    const spring = { day: Temporal.PlainDate.from('2027-03-28') }
    expect(await refusal('02:30', spring)).toBe('programme:errors.hourSkipped')
  })

  test('what lacks a day or an hour is told so', async () => {
    expect(await refusal('14:30', { day: null, time: null })).toBe('programme:errors.dayMissing')
    expect(await refusal('12 December', { time: null })).toBe('programme:errors.hourMissing')
    expect(await refusal('after lunch')).toBe('programme:errors.whenUnreadable')
  })
})
