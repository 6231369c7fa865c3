import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fullName,
  nameFromTelegram,
  readFullName,
  salutation,
} from '../../../../src/features/people/domain/person-name.ts'
import {
  passportLine,
  proposePassportName,
  readPassportName,
} from '../../../../src/features/people/domain/passport-name.ts'
import { refusalOf } from '../refusal-of.ts'

const ayse = { givenNames: 'Ayşe', surname: 'Yılmaz' }

describe('the name in a Telegram profile', () => {
  test.each([
    [{ firstName: 'Ayşe', lastName: 'Yılmaz' }, ayse],
    [{ firstName: 'Ayşe Yılmaz' }, ayse],
    [{ firstName: '🌸 Ayşe ✨', lastName: '💙Yılmaz💙' }, ayse],
    [
      { firstName: '𝓐𝔂𝓼𝓮', lastName: '' },
      { givenNames: 'Ayse', surname: '' },
    ],
    [
      { firstName: '🚀', lastName: 'Yılmaz' },
      { givenNames: 'Yılmaz', surname: '' },
    ],
    [
      { firstName: 'Ali\u202e', lastName: '| Eskişehir 26' },
      { givenNames: 'Ali', surname: 'Eskişehir' },
    ],
    [
      { firstName: 'محمد', lastName: 'علي' },
      { givenNames: 'محمد', surname: 'علي' },
    ],
    [
      { firstName: 'Jean-Pierre', lastName: "d'Artagnan" },
      { givenNames: 'Jean-Pierre', surname: "d'Artagnan" },
    ],
  ])('%j', (profile, name) => {
    expect(nameFromTelegram(profile, 'tr')).toEqual(name)
  })

  test('may hold no name at all', () => {
    expect(nameFromTelegram({ firstName: '🌸✨' }, 'tr')).toBeUndefined()
    expect(nameFromTelegram({ firstName: '\u2063' }, 'en')).toBeUndefined()
    expect(nameFromTelegram({ firstName: '-', lastName: '.' }, 'en')).toBeUndefined()
  })

  test('typed in haste is given its capitals by the rules of the language', () => {
    expect(nameFromTelegram({ firstName: 'ibrahim', lastName: 'ışık' }, 'tr')).toEqual({
      givenNames: 'İbrahim',
      surname: 'Işık',
    })
    expect(nameFromTelegram({ firstName: 'ignacio', lastName: 'de la fuente' }, 'es')).toEqual({
      givenNames: 'Ignacio',
      surname: 'de la Fuente',
    })
    expect(nameFromTelegram({ firstName: 'McKenzie', lastName: 'bell hooks' }, 'en')?.givenNames).toBe(
      'McKenzie',
    )
  })
})

describe('a typed full name', () => {
  test.each([
    ['tr', '  Fatma  Zehra Kaya ', 'Fatma Zehra', 'Kaya'],
    ['tr', 'Yılmaz, Ayşe', 'Ayşe', 'Yılmaz'],
    ['tr', 'Ayşe YILMAZ KAYA', 'Ayşe', 'YILMAZ KAYA'],
    ['tr', 'AYŞE YILMAZ', 'AYŞE', 'YILMAZ'],
    ['es', 'Ana García López', 'Ana', 'García López'],
    ['es', 'María José García López', 'María José', 'García López'],
    ['es', 'Ana García', 'Ana', 'García'],
    ['es', 'Carlos de la Fuente Gil', 'Carlos', 'de la Fuente Gil'],
    ['fr', 'Jean-Pierre de La Tour', 'Jean-Pierre', 'de La Tour'],
    ['fr', 'MARTIN Claire', 'Claire', 'MARTIN'],
    ['en', 'Mary Ann O’Neill', 'Mary Ann', 'O’Neill'],
  ] as const)('%s %s', (language, typed, givenNames, surname) => {
    expect(readFullName(typed, language)).toEqual({ givenNames, surname })
  })

  test('is refused when there is none, or only half of one', () => {
    expect(refusalOf(() => readFullName(' \u200b ', 'tr'))).toEqual(['people:errors.nameMissing', {}])
    expect(refusalOf(() => readFullName('12345', 'tr'))).toEqual(['people:errors.nameWithoutLetters', {}])
    expect(refusalOf(() => readFullName('👍', 'tr'))).toEqual(['people:errors.nameWithoutLetters', {}])
    expect(refusalOf(() => readFullName('ayse@firma.com', 'tr'))).toEqual([
      'people:errors.nameWithoutLetters',
      {},
    ])
    expect(refusalOf(() => readFullName('Ayşe', 'tr'))).toEqual(['people:errors.surnameMissing', {}])
    expect(refusalOf(() => readFullName(`${'a'.repeat(80)} ${'b'.repeat(80)}`, 'tr'))).toEqual([
      'people:errors.nameTooLong',
      { max: 120 },
    ])
  })

  test('never keeps anything but letters and their joints', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (firstName, lastName) => {
        const name = nameFromTelegram({ firstName, lastName }, 'tr')
        if (name)
          expect(name.givenNames + name.surname).toMatch(/^[\p{L}\p{M}'’. -]*\p{L}[\p{L}\p{M}'’. -]*$/u)
      }),
    )
  })
})

describe('how a message begins', () => {
  test('in each language', () => {
    expect(salutation(ayse, 'tr')).toBe('Sayın Ayşe Yılmaz,')
    expect(salutation(ayse, 'en')).toBe('Hello Ayşe,')
    expect(salutation({ givenNames: 'Ana', surname: 'García López' }, 'es')).toBe('Hola, Ana:')
    expect(salutation({ givenNames: 'Claire', surname: 'Martin' }, 'fr')).toBe('Bonjour Claire Martin,')
  })

  test('also for somebody without a name, or with one name', () => {
    expect(salutation(undefined, 'tr')).toBe('Merhaba,')
    expect(salutation({ givenNames: 'Ayşe', surname: '' }, 'tr')).toBe('Sayın Ayşe,')
    expect(salutation({ givenNames: '', surname: 'Yılmaz' }, 'en')).toBe('Hello Yılmaz,')
  })

  test('a name from right to left does not turn the sentence around', () => {
    expect(fullName({ givenNames: 'محمد', surname: 'علي' })).toBe('\u2068محمد علي\u2069')
  })
})

describe('the spelling proposed for the passport', () => {
  test.each([
    ['Ayşe Işıl', 'Çağrı-Öztürk', 'AYSE ISIL', 'CAGRI-OZTURK'],
    ['İbrahim', 'Gümüş', 'IBRAHIM', 'GUMUS'],
    ['María José', 'Peña Núñez', 'MARIA JOSE', 'PENA NUNEZ'],
    ['Élodie', "D'Hérouville", 'ELODIE', 'DHEROUVILLE'],
    ['Jean–Noël', 'Lefèvre', 'JEAN-NOEL', 'LEFEVRE'],
    ['Björn', 'Strauß', 'BJORN', 'STRAUSS'],
    ['Zoë', 'Œuvrard Ærø', 'ZOE', 'OEUVRARD AEROE'],
  ])('%s %s', (givenNames, surname, spelledGiven, spelledSurname) => {
    expect(proposePassportName({ givenNames, surname })).toEqual({
      givenNames: spelledGiven,
      surname: spelledSurname,
    })
  })

  test('is not guessed for another alphabet or without a surname', () => {
    expect(proposePassportName({ givenNames: 'Иван', surname: 'Petrov' })).toBeUndefined()
    expect(proposePassportName({ givenNames: 'Ayşe', surname: '' })).toBeUndefined()
  })

  test('is always A to Z, and is read back as it was proposed', () => {
    const letters = 'abcçdefgğhıijklmnoöprsştuüvyzqwxñéèêàâîïôûäßæœøABCÇĞIİÖŞÜÑÉ'
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 10 })
    const part = fc.array(word, { minLength: 1, maxLength: 2 })
    const joint = fc.constantFrom(' ', '-', "'", ' - ')
    fc.assert(
      fc.property(part, part, joint, (given, last, between) => {
        const name = { givenNames: given.join(between), surname: last.join(' ') }
        const proposal = proposePassportName(name)
        if (!proposal) throw new Error('no proposal')
        expect(passportLine(proposal)).toMatch(/^[A-Z]+([ -][A-Z]+)+$/)
        expect(readPassportName(passportLine(proposal), name)).toEqual(proposal)
      }),
    )
  })
})

describe('a spelling typed from the passport', () => {
  test('keeps given names and surname apart', () => {
    expect(readPassportName('ayse nur yilmaz')).toEqual({ givenNames: 'AYSE NUR', surname: 'YILMAZ' })
    expect(readPassportName('YILMAZ, AYSE NUR')).toEqual({ givenNames: 'AYSE NUR', surname: 'YILMAZ' })
    expect(readPassportName('GARCIA<LOPEZ<<ANA<MARIA<<<<')).toEqual({
      givenNames: 'ANA MARIA',
      surname: 'GARCIA LOPEZ',
    })
    const ana = { givenNames: 'Ana', surname: 'García López' }
    expect(readPassportName('Ana Garcia Lopez', ana)).toEqual({ givenNames: 'ANA', surname: 'GARCIA LOPEZ' })
    expect(readPassportName('Ana Garcia', ana)).toEqual({ givenNames: 'ANA', surname: 'GARCIA' })
  })

  test('is refused with what does not fit and what would', () => {
    expect(refusalOf(() => readPassportName('Ayşe Yılmaz'))).toEqual([
      'people:errors.passportNameLetters',
      { found: 'Ş', suggestion: 'AYSE YILMAZ' },
    ])
    expect(refusalOf(() => readPassportName('U1234567'))).toMatchObject([
      'people:errors.passportNameLetters',
      { found: '1234567' },
    ])
    expect(refusalOf(() => readPassportName('Иван'))?.[1]).toEqual({
      found: 'ИВАН',
      suggestion: 'AYSE YILMAZ',
    })
    expect(refusalOf(() => readPassportName('  '))).toEqual(['people:errors.passportNameMissing', {}])
    expect(refusalOf(() => readPassportName('AYSE'))).toEqual(['people:errors.surnameMissing', {}])
    expect(refusalOf(() => readPassportName('---'))).toEqual(['people:errors.surnameMissing', {}])
    expect(refusalOf(() => readPassportName(`A ${'B'.repeat(80)}`))).toEqual([
      'people:errors.passportNameTooLong',
      { max: 80 },
    ])
  })
})
