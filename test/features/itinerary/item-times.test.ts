import { describe, expect, test } from 'vitest'
import { clockSpan, timesOf, type Times } from '../../../src/features/itinerary/chat/item-times.ts'
import { openTexts } from '../../../src/platform/texts/open-texts.ts'
import type { Language } from '../../../src/shared/localized-text.ts'

const texts = openTexts()
const barcelona = { tr: 'Barselona', en: 'Barcelona' }
const istanbul = { tr: 'İstanbul', en: 'Istanbul' }

/** An item in Barcelona, unless something else is said. */
const item = (startsAt: string, endsAt: string | null, other: Partial<Times> = {}): Times => ({
  kind: 'visit',
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: endsAt === null ? null : Temporal.Instant.from(endsAt),
  ...{ startZone: 'Europe/Madrid', endZone: 'Europe/Madrid', startCity: barcelona, endCity: barcelona },
  ...other,
})

const said = (language: Language, times: Times) => timesOf(texts.words(language), times)

describe('when an item is', () => {
  test('the city is named in each language, and no suffix hangs on it', () => {
    const visit = item('2026-12-11T08:30Z', '2026-12-11T10:00Z')
    expect(said('tr', visit)).toBe('09:30-11:00 (Barselona saati)')
    expect(said('en', visit)).toBe('09:30–11:00 (Barcelona time)')
    expect(said('es', visit)).toBe('09:30–11:00 (hora de Barcelona)')
    expect(said('fr', visit)).toBe('09:30–11:00 (heure locale\u00a0: Barcelona)')
  })

  test('a flight has the clock of both its ends', () => {
    const flight = item('2026-12-10T05:30Z', '2026-12-10T09:25Z', {
      startZone: 'Europe/Istanbul',
      startCity: istanbul,
    })
    expect(said('tr', flight)).toBe('08:30 (İstanbul saati) → 10:25 (Barselona saati)')
    expect(clockSpan(texts.words('tr'), flight)).toBe('08:30 → 10:25')
  })

  test('of an hour that comes twice it is said which one', () => {
    const night = item('2027-10-31T00:30Z', '2027-10-31T01:45Z')
    expect(said('tr', night)).toBe(
      '02:30 (saatler geri alınmadan önce)-02:45 (saatler geri alındıktan sonra) (Barselona saati)',
    )
    expect(clockSpan(texts.words('en'), night)).toBe(
      '02:30 (before the clocks go back)–02:45 (after the clocks have gone back)',
    )
  })

  test('a coach that arrives after midnight names the day', () => {
    const zones = { startZone: 'Europe/Istanbul', endZone: 'Europe/Istanbul', startCity: istanbul }
    const coach = item('2026-12-13T18:30Z', '2026-12-13T23:00Z', zones)
    expect(said('en', coach)).toBe('21:30 → Mon 14 Dec 02:00 (Istanbul time)')
  })

  test('a deadline is a moment, and a city that nobody has named is the one of the zone', () => {
    const deadline = item('2026-12-14T09:00Z', null, {
      kind: 'deadline',
      startZone: 'America/New_York',
      startCity: {},
    })
    expect(said('en', deadline)).toBe('04:00 (New York time)')
  })
})
