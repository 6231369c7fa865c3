import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusters, readCluster } from '../../../../src/features/people/domain/cluster.ts'
import { offeredCountries, readCountry } from '../../../../src/features/people/domain/countries.ts'
import { asCountry, countries, countryName, findCountries, flagOf } from '../../../../src/shared/countries.ts'
import {
  homeZone,
  readTimeZone,
  zoneOfCity,
  zonesOfCountry,
} from '../../../../src/features/people/domain/home-zone.ts'
import { cityOfZone } from '../../../../src/features/people/domain/zone-names.ts'
import {
  readSpokenLanguages,
  spokenLanguageName,
  spokenLanguages,
} from '../../../../src/features/people/domain/spoken-languages.ts'
import { readYesOrNo } from '../../../../src/features/people/domain/yes-no.ts'
import { languages } from '../../../../src/shared/localized-text.ts'
import { refusalOf } from '../refusal-of.ts'

describe('countries', () => {
  test('have names in all four languages', () => {
    expect(languages.map((language) => countryName('ES', language))).toEqual([
      'İspanya',
      'Spain',
      'España',
      'Espagne',
    ])
    for (const country of countries)
      for (const language of languages) expect(countryName(country, language)).not.toBe(country)
    expect(flagOf('TR')).toBe('🇹🇷')
    expect(asCountry('TA')).toBeUndefined()
  })

  test.each(countries)('%s is found by its name in any language, its code and its flag', (country) => {
    for (const language of languages)
      expect(findCountries(countryName(country, language)), language).toEqual([country])
    if (country !== 'TC') expect(readCountry(country.toLowerCase())).toBe(country)
    expect(readCountry(` ${flagOf(country)} `)).toBe(country)
  })

  test('a long text is repeated only in part', () => {
    const [, details] = refusalOf(() => readCountry('x'.repeat(4000))) ?? []
    expect(details).toEqual({ text: `${'x'.repeat(39)}…` })
  })

  test.each([
    ['ISPANYA', 'ES'],
    ['ıspanya', 'ES'],
    ['ispaña', 'ES'],
    ['Turkey', 'TR'],
    ['Türkye', 'TR'],
    ['İngiltere', 'GB'],
    ['UK', 'GB'],
    ['Holanda', 'NL'],
    ['EE. UU.', 'US'],
    ['A.B.D.', 'US'],
    ['Allemange', 'DE'],
    ['Çek Cumhuriyeti', 'CZ'],
    ['Katalonya', 'ES'],
    ['Kosova', 'XK'],
    ['TC', 'TR'], // Türkiye Cumhuriyeti, and not the Turks and Caicos Islands
  ])('%s is %s', (typed, country) => {
    expect(readCountry(typed)).toBe(country)
  })

  test('what may be several is not guessed', () => {
    expect(findCountries('Guin').length).toBeGreaterThan(1)
    expect(refusalOf(() => readCountry('Guin'))).toEqual(['people:errors.countryUnknown', { text: 'Guin' }])
    expect(refusalOf(() => readCountry('Atlantis'))).toEqual([
      'people:errors.countryUnknown',
      { text: 'Atlantis' },
    ])
    expect(findCountries('  ')).toEqual([])
  })

  test('the own country is offered first', () => {
    expect(languages.map((language) => offeredCountries(language)[0])).toEqual(['TR', 'TR', 'ES', 'FR'])
    expect(new Set(offeredCountries('es')).size).toBe(offeredCountries('es').length)
  })
})

describe('the home zone', () => {
  test('is the zone of the phone’s country', () => {
    expect(homeZone({ phoneCountry: 'TR', home: 'UTC' })).toEqual({
      kind: 'known',
      timeZone: 'Europe/Istanbul',
    })
    expect(homeZone({ phoneCountry: 'DE', home: 'UTC' })).toEqual({
      kind: 'known',
      timeZone: 'Europe/Berlin',
    })
    expect(homeZone({ phoneCountry: 'UZ', home: 'UTC' })).toEqual({
      kind: 'known',
      timeZone: 'Asia/Tashkent',
    })
    expect(homeZone({ phoneCountry: 'XK', home: 'UTC' })).toEqual({
      kind: 'known',
      timeZone: 'Europe/Belgrade',
    })
  })

  test('is asked for where the country has several, the firm’s own first', () => {
    expect(homeZone({ phoneCountry: 'ES', home: 'UTC' })).toEqual({
      kind: 'ask',
      timeZones: ['Europe/Madrid', 'Atlantic/Canary'],
    })
    expect(homeZone({ phoneCountry: 'ES', firmCountry: 'ES', firmCity: 'Las Palmas', home: 'UTC' })).toEqual({
      kind: 'ask',
      timeZones: ['Atlantic/Canary', 'Europe/Madrid'],
    })
    const american = homeZone({ phoneCountry: 'US', home: 'UTC' })
    expect(american.kind === 'ask' && american.timeZones.slice(0, 4)).toEqual([
      'America/New_York',
      'America/Chicago',
      'America/Denver',
      'America/Los_Angeles',
    ])
  })

  test('without a phone is the firm’s, else that of the chamber', () => {
    expect(homeZone({ firmCountry: 'ES', firmCity: 'BARCELONA', home: 'Europe/Istanbul' })).toEqual({
      kind: 'known',
      timeZone: 'Europe/Madrid',
    })
    expect(homeZone({ firmCountry: 'FR', home: 'Europe/Istanbul' })).toEqual({
      kind: 'known',
      timeZone: 'Europe/Paris',
    })
    expect(homeZone({ firmCountry: 'ES', firmCity: 'Nowhere', home: 'Europe/Istanbul' })).toEqual({
      kind: 'known',
      timeZone: 'Europe/Istanbul',
    })
    expect(homeZone({ home: 'Europe/Istanbul' })).toEqual({ kind: 'known', timeZone: 'Europe/Istanbul' })
    expect(zoneOfCity('US', 'Chicago')).toBe('America/Chicago')
  })

  test('every country has zones that this computer knows and that differ', () => {
    for (const country of countries) {
      const zones = zonesOfCountry(country)
      expect(zones.length, country).toBeGreaterThan(0)
      for (const zone of zones)
        expect(Temporal.Instant.from('2026-01-01T00:00Z').toZonedDateTimeISO(zone).timeZoneId).toBe(zone)
    }
  })

  test.each([
    ['İstanbul', 'Europe/Istanbul'],
    ['eskişehir', 'Europe/Istanbul'],
    ['Europe/Madrid', 'Europe/Madrid'],
    ['barcelona', 'Europe/Madrid'],
    ['new york', 'America/New_York'],
    ['Almanya', 'Europe/Berlin'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Brüksel', 'Europe/Brussels'],
    ['nueva york', 'America/New_York'],
    ['Kalküta', 'Asia/Kolkata'],
  ])('is also read from %s', (typed, zone) => {
    expect(readTimeZone(typed)).toBe(zone)
  })

  test('is called by its city in each language, and is read back from that', () => {
    const shown = languages.map((language) => cityOfZone('Europe/Brussels', language))
    expect(shown).toEqual(['Brüksel', 'Brussels', 'Bruselas', 'Bruxelles'])
    expect(cityOfZone('Europe/Istanbul', 'tr')).toBe('İstanbul')
    expect(cityOfZone('America/Denver', 'es')).toBe('Denver')
    for (const zone of countries.flatMap(zonesOfCountry))
      for (const language of languages)
        expect(cityOfZone(readTimeZone(cityOfZone(zone, language)), language), zone).toBe(
          cityOfZone(zone, language),
        )
  })

  test('a country with several does not tell', () => {
    expect(refusalOf(() => readTimeZone('İspanya'))).toEqual([
      'people:errors.timeZoneUnknown',
      { text: 'İspanya' },
    ])
    expect(refusalOf(() => readTimeZone('x'))).toEqual(['people:errors.timeZoneUnknown', { text: 'x' }])
  })
})

describe('languages somebody speaks', () => {
  test.each([
    ['İngilizce, Almanca', ['en', 'de']],
    ['anglais et turc', ['en', 'tr']],
    ['inglés y español', ['en', 'es']],
    ['English and a little Spanish', ['en', 'es']],
    ['iyi derecede ingilizce az almanca', ['en', 'de']],
    ['FRANSIZCA; FRANSIZCA', ['fr']],
    ['Azerbaycan dili / Rusça', ['az', 'ru']],
    ['en, tr', ['en', 'tr']],
    ['русский, 中文', ['ru', 'zh']],
    ['un poco de alemán', ['de']],
    ['Deutsch (B2)', ['de']],
    ['français courant, notions d’italien', ['fr', 'it']],
  ])('%s', (typed, spoken) => {
    expect(readSpokenLanguages(typed)).toEqual(spoken)
  })

  test('what is no language is named', () => {
    expect(refusalOf(() => readSpokenLanguages('İngilizce, Klingonca'))).toEqual([
      'people:errors.languageUnknown',
      { text: 'Klingonca' },
    ])
    expect(refusalOf(() => readSpokenLanguages('iyi'))).toEqual([
      'people:errors.languageUnknown',
      { text: 'iyi' },
    ])
  })

  test('each is found by its name in any of the four languages, and lists of them too', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...spokenLanguages), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...languages),
        (spoken, language) => {
          const typed = new Intl.ListFormat(language).format(
            spoken.map((one) => spokenLanguageName(one, language)),
          )
          expect(readSpokenLanguages(typed)).toEqual(spoken)
        },
      ),
    )
  })
})

describe('choices that were typed', () => {
  test.each([
    ['Raylı sistemler', 'rail'],
    ['ferroviario', 'rail'],
    ['Aéronautique', 'aviation'],
    ['havacılık ve uzay', 'aviation'],
    ['raylı sistemler ve havacılık', 'both'],
    ['los dos', 'both'],
    ['HİÇBİRİ', 'none'],
    ['ni l’un ni l’autre', 'none'],
    ['3', 'both'],
  ])('the cluster: %s is %s', (typed, cluster) => {
    expect(readCluster(typed)).toBe(cluster)
  })

  test('another cluster is refused', () => {
    expect(clusters.length).toBe(4)
    for (const typed of ['tekstil', '5', '', 'strain'])
      expect(refusalOf(() => readCluster(typed))).toEqual(['people:errors.clusterUnknown', {}])
  })

  test('yes and no', () => {
    for (const typed of [
      'Evet',
      'EVET!',
      'e',
      'yes',
      'Sí, por favor',
      'SI',
      'oui',
      'D’accord',
      '1',
      '👍',
      '✅ ok',
    ])
      expect(readYesOrNo(typed), typed).toBe(true)
    for (const typed of ['Hayır', 'HAYIR', 'hayir', 'no', 'No, gracias', 'non', '2', '0', '👎🏽'])
      expect(readYesOrNo(typed), typed).toBe(false)
    for (const typed of ['belki', '', '3', 'yes no'])
      expect(refusalOf(() => readYesOrNo(typed))).toEqual(['people:errors.yesOrNoUnclear', {}])
  })
})
