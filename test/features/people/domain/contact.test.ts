import { getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countries } from '../../../../src/shared/countries.ts'
import { readEmail } from '../../../../src/features/people/domain/email.ts'
import { readFreeText } from '../../../../src/features/people/domain/free-text.ts'
import {
  formatPhone,
  likelyPhoneCountries,
  readPhone,
  readSharedPhone,
} from '../../../../src/features/people/domain/phone.ts'
import { readPosition } from '../../../../src/features/people/domain/position.ts'
import { refusalOf } from '../refusal-of.ts'

describe('a typed phone number', () => {
  test.each([
    ['0532 123 45 67', '+905321234567', 'TR'],
    ['532 123 45 67', '+905321234567', 'TR'],
    ['90 532 123 45 67', '+905321234567', 'TR'],
    ['0090-532-123-4567', '+905321234567', 'TR'],
    ['+34 612 34 56 78', '+34612345678', 'ES'],
    ['tel: 0(222) 236 03 60', '+902222360360', 'TR'],
    ['٠٥٣٢ ١٢٣ ٤٥ ٦٧', '+905321234567', 'TR'],
    ['+7 700 123 45 67', '+77001234567', 'KZ'],
  ])('%s', (typed, e164, country) => {
    expect(readPhone(typed, ['TR'])).toEqual({ kind: 'read', phone: { e164, country } })
  })

  test.each([
    ['612 34 56 78', ['ES', 'TR'], 'read', '+34612345678'],
    ['06 12 34 56 78', ['TR', 'FR'], 'asks', '+33612345678'],
    ['0532 123 45 67', ['ES', 'TR'], 'asks', '+905321234567'],
    ['612 34 56 78', ['TR'], 'asks', '+34612345678'],
    ['06 12 34 56 78', ['TR'], 'asks', '+33612345678 +31612345678'],
  ] as const)('without a country code: %s, likely from %j, %s', (typed, countries, kind, numbers) => {
    const reading = readPhone(typed, countries)
    const phones = reading.kind === 'read' ? [reading.phone] : reading.phones
    expect([reading.kind, phones.map(({ e164 }) => e164).join(' ')]).toEqual([kind, numbers])
  })

  test('the likely countries are the firm’s, the language’s and the chamber’s', () => {
    expect(
      likelyPhoneCountries({ firmCountry: 'DE', language: 'fr', homeCountry: 'TR', phoneCountry: 'BE' }),
    ).toEqual(['DE', 'BE', 'FR', 'TR'])
    expect(likelyPhoneCountries({ language: 'tr', homeCountry: 'TR' })).toEqual(['TR'])
    expect(likelyPhoneCountries({ language: 'en', homeCountry: 'TR' })).toEqual(['TR'])
  })

  test.each([
    ['merhaba', 'phoneUnreadable'],
    ['', 'phoneUnreadable'],
    ['12', 'phoneTooShort'],
    ['+90 532 123', 'phoneTooShort'],
    ['05321234567 / 05331234567', 'phoneTooLong'],
    ['+999 123 456 789', 'phoneCountryUnknown'],
    ['+90 032 123 45 67', 'phoneNotInUse'],
  ])('%s is refused: %s', (typed, code) => {
    expect(refusalOf(() => readPhone(typed, ['TR', 'ES']))).toEqual([`people:errors.${code}`, {}])
  })

  test('a shared contact comes without its plus sign', () => {
    expect(readSharedPhone('905321234567')).toEqual({ e164: '+905321234567', country: 'TR' })
    expect(readSharedPhone('+33612345678').country).toBe('FR')
  })

  test('a shared contact of a range our tables do not know is believed, one of no country is not', () => {
    expect(readSharedPhone('900321234567')).toEqual({ e164: '+900321234567', country: 'TR' })
    expect(refusalOf(() => readSharedPhone('99912345678'))?.[0]).toBe('people:errors.phoneCountryUnknown')
  })

  test('a number of any country survives being shown and typed again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countries), (country) => {
        const example = getExampleNumber(country, examples)
        if (!example) return
        const reading = readPhone(example.formatNational(), [country])
        if (reading.kind === 'asks') throw new Error('a number of the first country was doubted')
        const { phone } = reading
        expect(phone.e164).toBe(example.number)
        expect(readPhone(formatPhone(phone.e164), ['TR'])).toEqual(reading)
        expect(readSharedPhone(phone.e164.slice(1))).toEqual(phone)
      }),
      { numRuns: 300 },
    )
    expect(formatPhone('+905321234567')).toBe('+90 532 123 45 67')
  })
})

describe('an e-mail address', () => {
  test.each([
    [' Ayse.Yilmaz@Firma.COM.TR ', 'Ayse.Yilmaz@firma.com.tr'],
    ['Ayşe Yılmaz <ayse@firma.com.tr>', 'ayse@firma.com.tr'],
    ['mailto:ayse+fuar@firma.com.tr.', 'ayse+fuar@firma.com.tr'],
    ['İnfo@firma.com', 'info@firma.com'],
    ['info@çelik.com.tr', 'info@çelik.com.tr'],
    ['o’neill'.replace('’', "'") + '@x.ie', "o'neill@x.ie"],
  ])('%s', (typed, address) => {
    expect(readEmail(typed)).toEqual({ address })
  })

  test.each([
    'ayse',
    'ayse@',
    '@firma.com',
    'ayse@firma',
    'a b@firma.com',
    'ayse@@firma.com',
    'ayşe@firma.com',
    'a..b@firma.com',
    'a@-firma.com',
    'a@firma..com',
    '.a@firma.com',
    'a@1.2.3.4',
  ])('%s is refused', (typed) => {
    expect(refusalOf(() => readEmail(typed))).toEqual(['people:errors.emailUnreadable', {}])
  })

  test('too long, or none at all, is said as such', () => {
    expect(refusalOf(() => readEmail(' '))).toEqual(['people:errors.emailMissing', {}])
    expect(refusalOf(() => readEmail(`a@${'b'.repeat(260)}.com`))).toEqual([
      'people:errors.emailTooLong',
      { max: 254 },
    ])
    expect(refusalOf(() => readEmail(`${'a'.repeat(65)}@firma.com`))).toEqual([
      'people:errors.emailUnreadable',
      {},
    ])
  })

  test.each([
    ['gmial.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmal.com', 'hotmail.com'],
    ['outlok.com', 'outlook.com'],
    ['yaho.com', 'yahoo.com'],
    ['wanado.fr', 'wanadoo.fr'],
  ])('%s is taken as typed, and perhaps %s was meant', (typed, meant) => {
    expect(readEmail(`ayse@${typed}`)).toEqual({ address: `ayse@${typed}`, perhaps: `ayse@${meant}` })
  })

  test.each([
    'gmail.com',
    'mail.com',
    'email.com',
    'ymail.com',
    'gmx.net',
    'hotmail.es',
    'firma.com',
    'eso.org.tr',
  ])('%s is not doubted', (domain) => {
    expect(readEmail(`ayse@${domain}`)).toEqual({ address: `ayse@${domain}` })
  })
})

describe('free text and position', () => {
  test('are cleaned, and kept within their length', () => {
    expect(readFreeText('  a \n\n\n\n b\u202e ', { max: 4 })).toBe('a\n\nb')
    expect(refusalOf(() => readFreeText('abcde', { max: 4 }))).toEqual([
      'people:errors.textTooLong',
      { length: 5, max: 4 },
    ])
    expect(refusalOf(() => readFreeText('\u200b\n', { max: 4 }))).toEqual(['people:errors.textMissing', {}])
    expect(readPosition(' İhracat\n müdürü ')).toBe('İhracat müdürü')
    expect(refusalOf(() => readPosition('—'))).toEqual(['people:errors.positionMissing', {}])
    expect(refusalOf(() => readPosition('x'.repeat(81)))).toEqual([
      'people:errors.positionTooLong',
      { max: 80 },
    ])
  })
})
