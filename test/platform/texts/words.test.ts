import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { DomainError } from '../../../src/shared/domain-error.ts'
import { languages, type Language } from '../../../src/shared/localized-text.ts'
import type { TextKey } from '../../../src/platform/texts/catalogue.ts'
import { bold, code, joined, link, struck } from '../../../src/platform/texts/html.ts'
import { withUnitsHeld } from '../../../src/platform/texts/held-units.ts'
import { openTexts } from '../../../src/platform/texts/open-texts.ts'
import type { TextGap } from '../../../src/platform/texts/words.ts'

const root = mkdtempSync(join(tmpdir(), 'heyet-texts-'))
afterAll(() => rmSync(root, { recursive: true }))

const english = {
  greeting: 'Hello {{name}},',
  moved: '{{before}} is now {{after}}',
  seats_one: '{{count}} seat',
  seats_many: '{{count}} of seats',
  seats_other: '{{count}} seats',
  loud: '<b>{{name}}</b>',
  onlyEnglish: 'Welcome',
  errors: { outOfScale: 'Between {{min}} and {{max}}' },
}

function localesOf(texts: Partial<Record<Language | 'de', unknown>>): URL {
  const folder = mkdtempSync(join(root, 'locales-'))
  for (const [language, sentences] of Object.entries(texts)) {
    mkdirSync(join(folder, language))
    writeFileSync(join(folder, language, 'trial.json'), JSON.stringify(sentences))
  }
  return pathToFileURL(`${folder}/`)
}

const shared = Object.fromEntries(Object.entries(english).filter(([key]) => key !== 'onlyEnglish'))
const folder = localesOf({
  tr: { ...shared, greeting: 'Sayın {{name}},' },
  en: english,
  es: shared,
  fr: shared,
})
const trial = (key: string) => `trial:${key}` as TextKey
const spoken = openTexts({ folder })
const english_ = spoken.words('en')

describe('what is put into a sentence', () => {
  test('is escaped for Telegram, whatever it is', () => {
    expect(english_(trial('greeting'), { name: '<b>Ali & Co</b>' })).toBe(
      'Hello &lt;b&gt;Ali &amp; Co&lt;/b&gt;,',
    )
    fc.assert(
      fc.property(fc.string(), (name) => {
        const said = english_(trial('greeting'), { name })
        expect(said).not.toMatch(/[<>]/)
        expect(
          said.slice(6, -1).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
        ).toBe(name)
      }),
    )
  })

  test('is never read as a variable, a nested key or a replacement pattern', () => {
    const names = ['{{after}}', '$t(trial:greeting)', '$&', "$'", '{{- after}}']
    for (const name of names)
      expect(english_(trial('moved'), { before: name, after: 'x' })).toBe(
        `${name.replace('&', '&amp;')} is now x`,
      )
  })

  test('may be a piece of HTML that our own helpers made', () => {
    expect(english_(trial('moved'), { before: struck('10:00'), after: bold('<12:00>') })).toBe(
      '<s>10:00</s> is now <b>&lt;12:00&gt;</b>',
    )
    expect(english_(trial('greeting'), { name: link('A & B', 'https://e.org/?a="1"&b=2') })).toBe(
      'Hello <a href="https://e.org/?a=&quot;1&quot;&amp;b=2">A &amp; B</a>,',
    )
    const name = joined([code('a<b'), 'c<d', english_.piece(trial('greeting'), { name: '&' })], ' ')
    expect(english_(trial('greeting'), { name })).toBe('Hello <code>a&lt;b</code> c&lt;d Hello &amp;,,')
  })

  test('cannot be an object that only looks like such a piece', () => {
    const forged = { markup: '<b>', toString: () => '<b>' } as unknown as string
    expect(() => english_(trial('greeting'), { name: forged })).toThrow()
  })

  test('a link to a script is our mistake', () => {
    expect(() => link('x', 'javascript:alert(1)')).toThrow('a link needs')
  })

  test('is left as it is where Telegram reads no HTML', () => {
    expect(english_.plain(trial('greeting'), { name: 'A & <B>' })).toBe('Hello A & <B>,')
    expect(() => english_.plain(trial('loud'), { name: 'x' })).toThrow(
      'markup in plain text in en trial:loud',
    )
    expect(() => english_.plain(trial('greeting'), { name: bold('x') as unknown as string })).toThrow(
      'plain text',
    )
  })
})

describe('numbers and plurals', () => {
  test('are those of the language', () => {
    expect(english_(trial('seats'), { count: 1 })).toBe('1 seat')
    expect(english_(trial('seats'), { count: 1250 })).toBe('1,250 seats')
    expect(spoken.words('es')(trial('seats'), { count: 1_000_000 })).toBe('1.000.000 of seats')
    expect(spoken.words('fr')(trial('seats'), { count: 0 })).toBe('0 seat')
    expect(spoken.words('es')(trial('seats'), { count: 0 })).toBe('0 seats')
    expect(spoken.words('tr')(trial('seats'), { count: 1250 })).toBe('1.250 seats')
  })
})

test('a refusal brings its own sentence and variables', () => {
  const refusal = new DomainError('trial:errors.outOfScale', { min: 1, max: 5 })
  expect(english_(refusal)).toBe('Between 1 and 5')
  expect(spoken.words('fr').plain(refusal)).toBe('Between 1 and 5')
})

describe('a gap', () => {
  test('throws where nobody says otherwise', () => {
    expect(() => spoken.words('tr')(trial('onlyEnglish'))).toThrow('missing key in tr trial:onlyEnglish')
    expect(() => english_(trial('greeting'))).toThrow('missing variable {{name}} in en trial:greeting')
    expect(() => english_(trial('seats'))).toThrow('missing key in en trial:seats')
    expect(() => english_(trial('errors'))).toThrow('missing key')
  })

  test('in a running bot is reported, and the person still reads something', () => {
    const gaps: TextGap[] = []
    const running = openTexts({ folder, onGap: (gap) => gaps.push(gap) })
    expect(running.words('tr')(trial('onlyEnglish'))).toBe('Welcome')
    expect(running.words('tr')(trial('greeting'))).toBe('Sayın ,')
    expect(running.words('tr')(trial('nowhere'))).toBe('trial:nowhere')
    expect(gaps).toEqual([
      { kind: 'missing key', key: 'trial:onlyEnglish', language: 'tr' },
      { kind: 'missing variable', key: 'trial:greeting', language: 'tr', variable: 'name' },
      { kind: 'missing key', key: 'trial:nowhere', language: 'tr' },
    ])
  })
})

test('a language without a folder, or a folder without a language, is refused at the start', () => {
  expect(() => openTexts({ folder: localesOf({ tr: {}, en: {}, es: {} }) })).toThrow(
    'locales/ has en, es, tr',
  )
  expect(() => openTexts({ folder: localesOf({ tr: {}, en: {}, es: {}, fr: {}, de: {} }) })).toThrow('de')
})

test('the words of each language know which one they are', () => {
  expect(languages.map((language) => spoken.words(language).language)).toEqual(['tr', 'en', 'es', 'fr'])
})

test.each([
  ['about {{minutes}} min', 'about {{minutes}}\u00a0min'],
  ['yaklaşık <b>{{minutes}}</b> dk', 'yaklaşık <b>{{minutes}}</b>\u00a0dk'],
  ['{{count}} sa {{count}} dakika', '{{count}}\u00a0sa {{count}}\u00a0dakika'],
  ['30 minutos, 2 heures, 1 h', '30\u00a0minutos, 2\u00a0heures, 1\u00a0h'],
  ['saat {{time}}; {{city}} minibüs', 'saat {{time}}; {{city}} minibüs'],
])('a number is not parted from its unit: %s', (sentence, held) => {
  expect(withUnitsHeld(sentence)).toBe(held)
})
