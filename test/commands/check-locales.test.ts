import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { localeMistakes } from '../../src/commands/check/locales.ts'
import { languages } from '../../src/shared/localized-text.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heyet-locales-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

type Words = Record<string, string>

/** What is wrong when every language says the same, but for the ones given. */
function mistakes(all: Words, different: Partial<Record<(typeof languages)[number], Words>> = {}): string[] {
  for (const language of languages) {
    mkdirSync(join(folder, language), { recursive: true })
    writeFileSync(join(folder, language, 'room.json'), JSON.stringify(different[language] ?? all))
  }
  return localeMistakes(folder).map((mistake) => mistake.replace(`${folder}/`, ''))
}

test('languages that say the same are well', () => {
  expect(mistakes({ hello: 'Heyet {{name}}' })).toEqual([])
})

test('a sign that cannot be seen, as a broken tool leaves it', () => {
  expect(mistakes({ hello: 'one\ntwo' })).toEqual([])
  expect(mistakes({ hello: 'n = \u00015' })).toContainEqual(
    expect.stringMatching(/hello has a sign that cannot be seen/),
  )
})

test('no language at all is not well', () => {
  expect(localeMistakes(join(folder, 'nowhere'))).toHaveLength(1)
})

test('a sentence that is missing, empty or has other variables', () => {
  expect(
    mistakes({ hello: 'Heyet {{name}}', bye: 'x' }, { es: { hello: 'Hola {{nombre}}', bye: ' ' } }),
  ).toEqual([
    'es/room.json: hello lacks {{name}}',
    'es/room.json: hello has {{nombre}}, which English does not',
    'es/room.json: bye is empty',
  ])
  expect(mistakes({ hello: 'x', bye: 'y' }, { fr: { bye: 'y' } })).toEqual(['fr/room.json: hello is missing'])
})

test('each language has its own plural forms', () => {
  const two = { seats_one: '{{count}} a', seats_other: '{{count}} b' }
  const three = { ...two, seats_many: '{{count}} c' }
  expect(mistakes(two, { es: three, fr: three })).toEqual([])
  expect(mistakes(two)).toEqual([
    'es/room.json: seats_many is missing',
    'fr/room.json: seats_many is missing',
  ])
})

test.each(['Prêt?', 'Prêt ?', 'À savoir: ceci', 'Attention !', '<b>Attention</b>!'])(
  'French without a no-break space: %s',
  (text) => {
    expect(mistakes({ word: 'x' }, { fr: { word: text } })).toEqual([
      expect.stringMatching(/^fr\/room\.json: word needs a no-break space/),
    ])
  },
)

test.each(['Prêt\u202f?', 'À savoir\u00a0: ceci', 'à 10:30', 'https://t.me/heyet', 'a &amp; b'])(
  'French as it should be: %s',
  (text) => {
    expect(mistakes({ word: 'x' }, { fr: { word: text } })).toEqual([])
  },
)

test.each(["{{name}}'e yazın", '{{name}}’nin', '{{city}}de'])(
  'a Turkish suffix on a variable: %s',
  (text) => {
    const model = text.includes('city') ? '{{city}}' : '{{name}}'
    expect(mistakes({ word: model }, { tr: { word: text } })).toEqual([
      expect.stringMatching(/^tr\/room\.json: word has a suffix glued to a variable/),
    ])
  },
)

test.each([
  ['en', 'Apply for {{title}}?'],
  ['en', '<b>{{title}}</b> is published.'],
  ['tr', '{{title}} yayımlandı.'],
  ['tr', '«{{title}}» yayımlandı.'],
  ['es', '“{{title}}” está publicada.'],
  ['fr', '«{{title}}» est publiée.'],
] as const)('a title without the quotation marks of its language: %s %s', (language, text) => {
  const well = { en: '“{{title}}”', tr: '“{{title}}”', es: '«{{title}}»', fr: '«\u00a0{{title}}\u00a0»' }
  const all = Object.fromEntries(languages.map((one) => [one, { word: `x ${well[one]} x` }]))
  expect(mistakes({}, all)).toEqual([])
  expect(mistakes({}, { ...all, [language]: { word: text } })).toEqual([
    expect.stringMatching(new RegExp(`^${language}/room.json: word .*quotation marks`)),
  ])
})

test('a title on a line of its own, or before a colon, is a heading', () => {
  const heads = [
    '<b>{{title}}</b>\nx',
    '📢 <b>{{title}}</b>: x',
    '• {{title}} – x',
    'x\n\n{{title}}\nx',
    'x: {{title}}',
  ]
  for (const word of heads)
    expect(mistakes({ word }, { fr: { word: word.replace(': ', '\u00a0: ') } })).toEqual([])
})
