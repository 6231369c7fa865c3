import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '../../src/shared/localized-text.ts'
import { readDate } from '../../src/shared/typed-date.ts'
import { readTime } from '../../src/shared/typed-time.ts'
import { formatDate, formatDay, formatShortDay } from '../../src/platform/texts/dates.ts'

const today = Temporal.PlainDate.from('2026-11-23') // a Monday

/** What it means, as text: one date, two with "or" between them, or nothing. */
function meaning(text: string, language: Language = 'tr', on = today): string {
  const read = readDate(text, language, on)
  switch (read.kind) {
    case 'date':
      return read.date.toString()
    case 'ambiguous':
      return read.readings.join(' or ')
    case 'unreadable':
      return 'nothing'
  }
}

describe('a typed date', () => {
  test.each([
    '13 Aralık 2026',
    '13 aralik 2026 pazar',
    '13 ARALIK 2026',
    '13 Aralık’ta',
    '13/12/2026',
    '13.12.2026',
    '13.12',
    '13-12-26',
    '13 12 2026',
    '2026-12-13',
    '2026/12/13',
    '١٣/١٢/٢٠٢٦',
    'le 13 décembre',
    'dimanche 13 déc. 2026',
    '13 de diciembre',
    'el domingo, 13 de diciembre de 2026',
    'December 13',
    'December 13th, 2026',
    'Sunday the 13th of December 2026',
    '13 Dec 26',
    '12/13/2026',
    '13 Aralk 2026',
    '13 decembre',
    '2026 Aralık 13',
    'December 13, 26',
  ])('%s', (typed) => {
    for (const language of languages) expect(meaning(typed, language), language).toBe('2026-12-13')
  })

  test('relative to today', () => {
    expect(meaning('bugün')).toBe('2026-11-23')
    for (const word of ['yarın', 'YARIN', 'mañana', 'demain', 'tomorrow'])
      expect(meaning(word)).toBe('2026-11-24')
    for (const word of ['öbür gün', 'pasado mañana', 'après-demain', 'day after tomorrow'])
      expect(meaning(word)).toBe('2026-11-25')
    for (const word of ['dün', 'ayer', 'hier', 'yesterday']) expect(meaning(word)).toBe('2026-11-22')
    for (const word of ['3 gün sonra', 'dentro de 3 días', 'dans 3 jours', 'in 3 days'])
      expect(meaning(word)).toBe('2026-11-26')
    expect(meaning('2 hafta sonra')).toBe('2026-12-07')
  })

  test('by the day of the week', () => {
    for (const word of [
      'perşembe',
      'jueves',
      'jeudi',
      'Thursday',
      'el próximo jueves',
      'bu perşembe',
      'ce jeudi',
      'this Thursday',
    ])
      expect(meaning(word), word).toBe('2026-11-26')
    for (const word of ['haftaya perşembe', 'jeudi en huit']) expect(meaning(word), word).toBe('2026-12-03')
    for (const word of ['next Thursday', 'gelecek perşembe', 'jeudi prochain'])
      expect(meaning(word), word).toBe('2026-11-26 or 2026-12-03')
    expect(meaning('next Tuesday', 'en', Temporal.PlainDate.from('2026-11-27'))).toBe('2026-12-01')
    expect(meaning('pazartesi')).toBe('2026-11-23 or 2026-11-30')
    expect(meaning('gelecek pazartesi')).toBe('2026-11-30')
  })

  test('with two readings is asked about', () => {
    expect(meaning('03/04/2027', 'en')).toBe('2027-04-03 or 2027-03-04')
    expect(meaning('03/04/2027', 'fr')).toBe('2027-04-03')
    expect(meaning('03.04.2027', 'en')).toBe('2027-04-03')
    expect(meaning('04/04/2027', 'en')).toBe('2027-04-04')
  })

  test('without a year is the next one, or is asked about when it has just passed', () => {
    expect(meaning('23.11')).toBe('2026-11-23')
    expect(meaning('3 Ocak')).toBe('2027-01-03')
    expect(meaning('20 Kasım')).toBe('2026-11-20 or 2027-11-20')
    expect(meaning('13 Ağustos')).toBe('2027-08-13')
  })

  test('with a weekday that does not fit is asked about', () => {
    expect(meaning('lunes 13 de diciembre de 2026', 'es')).toBe('2026-12-13 or 2026-12-14')
    expect(meaning('Cumartesi 13 Aralık 2026')).toBe('2026-12-13 or 2026-12-12')
    expect(meaning('mar 15 dic 2026', 'es')).toBe('2026-12-15')
    expect(meaning('15 mar 2027', 'es')).toBe('2027-03-15')
    expect(meaning('mar, 16 mar', 'es')).toBe('2027-03-16')
  })

  test.each([
    '',
    'soon',
    '13',
    '31/02/2027',
    '32 Aralık',
    '13/13/2026',
    '29.02.2027',
    '13 Aralık 1 2 3',
    '13 Aralık 20266',
    '99999',
    'aralık',
    '1/1/1850',
    '13 Aralık belki',
    '10-13 Aralık',
    '10 Aralık 13 Aralık',
    '10-13 Aralık 2026',
    'Aralık 2026',
  ])('%s is no date', (typed) => {
    expect(meaning(typed)).toBe('nothing')
  })

  test('29 February is a date in a leap year only', () => {
    expect(meaning('29.02.2028')).toBe('2028-02-29')
    expect(meaning('29 février')).toBe('nothing')
  })

  test('is read back however we write it', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => today.add({ days }))
    fc.assert(
      fc.property(day, fc.constantFrom(...languages), (date, language) => {
        for (const written of [formatDay(date, language), formatDate(date, language), date.toString()])
          expect(readDate(written, language, today)).toEqual({ kind: 'date', date })
      }),
    )
    const soon = fc.integer({ min: 0, max: 300 }).map((days) => today.add({ days }))
    fc.assert(
      fc.property(soon, fc.constantFrom(...languages), (date, language) => {
        expect(meaning(formatShortDay(date, language), language)).toBe(date.toString())
      }),
    )
  })

  test('whatever is typed, nothing breaks', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9./ -]{0,12}$/))
    fc.assert(
      fc.property(anything, (text) =>
        ['date', 'ambiguous', 'unreadable'].includes(readDate(text, 'en', today).kind),
      ),
    )
  })
})

describe('a typed time', () => {
  const meant = (text: string) => {
    const read = readTime(text)
    if (read.kind === 'time') return read.time.toString({ smallestUnit: 'minute' })
    return read.kind === 'ambiguous'
      ? read.readings.map((time) => time.toString({ smallestUnit: 'minute' })).join(' or ')
      : 'nothing'
  }

  test.each([
    ['16:00', '16:00'],
    ['16.30', '16:30'],
    ['1630', '16:30'],
    ['16', '16:00'],
    ['16h', '16:00'],
    ['16 h 30', '16:30'],
    ['à 16h30', '16:30'],
    ['saat 16:30', '16:30'],
    ['16:30’da', '16:30'],
    ['a las 16:30', '16:30'],
    ['4 pm', '16:00'],
    ['4:30 p.m.', '16:30'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['9', '09:00'],
    ['9:15', '09:15'],
    ['04:30', '04:30'],
    ['4:30', '04:30 or 16:30'],
    ['a las 4 de la tarde', '16:00'],
    ['akşam 8 buçuk', '20:30'],
    ['sabah 6', '06:00'],
    ['8 heures du soir', '20:00'],
    ['١٦:٠٠', '16:00'],
    ['midi', '12:00'],
    ['gece yarısı', '00:00'],
    ['24:00', '00:00'],
    ['25:00', 'nothing'],
    ['16:60', 'nothing'],
    ['24:30', 'nothing'],
    ['16 am', 'nothing'],
    ['later', 'nothing'],
    ['', 'nothing'],
  ])('%s is %s', (typed, time) => {
    expect(meant(typed)).toBe(time)
  })

  test('every minute is read back as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const time = new Temporal.PlainTime().add({ minutes })
        expect(meant(time.toString({ smallestUnit: 'minute' }))).toBe(
          time.toString({ smallestUnit: 'minute' }),
        )
      }),
    )
  })
})
