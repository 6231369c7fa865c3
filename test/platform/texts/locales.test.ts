import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../src/platform/texts/markdown-file.ts'
import { languages, type Language } from '../../../src/shared/localized-text.ts'

const locales = new URL('../../../locales/', import.meta.url)
const pluralSuffix = /_(zero|one|two|few|many|other)$/

type Sentences = Map<string, string>

const rooms = [...new Set(languages.flatMap((language) => readdirSync(new URL(`${language}/`, locales))))]
  .filter((name) => name.endsWith('.json'))
  .sort()

function sentencesOf(language: Language, room: string): Sentences {
  const sentences: Sentences = new Map()
  const collect = (texts: object, path: string) => {
    for (const [key, text] of Object.entries(texts) as [string, unknown][]) {
      if (typeof text === 'string') sentences.set(path + key, text)
      else collect(text as object, `${path}${key}.`)
    }
  }
  collect(JSON.parse(readFileSync(new URL(`${language}/${room}`, locales), 'utf8')) as object, '')
  // A text in a file of its own stands among them.
  const text = new URL(`${language}/${room.replace(/json$/, 'md')}`, locales)
  if (existsSync(text)) collect(readMarkdown(room, readFileSync(text, 'utf8')), '')
  return sentences
}

const base = (key: string) => key.replace(pluralSuffix, '')
const isPlural = (key: string) => pluralSuffix.test(key)
const variablesOf = (text: string) => [...new Set(text.match(/\{\{.*?\}\}/g) ?? [])].sort()
const pluralsOf = (language: Language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories

/** The variables of a key over all its plural forms; `count` may be spelled out, as in "one seat". */
function variablesByKey(sentences: Sentences) {
  const found = new Map<string, string[]>()
  for (const [key, text] of sentences)
    found.set(base(key), [...(found.get(base(key)) ?? []), ...variablesOf(text)])
  return Object.fromEntries([...found].map(([key, variables]) => [key, [...new Set(variables)].sort()]))
}

test('there are sentences to look at, and every file is in the catalogue', () => {
  const catalogue = readFileSync(new URL('../../../src/platform/texts/catalogue.ts', import.meta.url), 'utf8')
  expect(rooms.length).toBeGreaterThan(1)
  for (const room of rooms) expect(catalogue).toContain(`locales/en/${room}'`)
})

describe.each(rooms)('%s', (room) => {
  const english = sentencesOf('en', room)

  test.each(languages)('says the same things in %s', (language) => {
    const sentences = sentencesOf(language, room)
    expect([...new Set([...sentences.keys()].map(base))].sort()).toEqual(
      [...new Set([...english.keys()].map(base))].sort(),
    )
    expect(variablesByKey(sentences)).toEqual(variablesByKey(english))
  })

  test.each(languages)('has every plural form of %s', (language) => {
    const keys = [...sentencesOf(language, room).keys()]
    const wanted = [...new Set(keys.filter(isPlural).map(base))].flatMap((key) =>
      pluralsOf(language).map((category) => `${key}_${category}`),
    )
    expect(keys.filter(isPlural).sort()).toEqual(wanted.sort())
  })

  test.each(languages)('is well formed in %s', (language) => {
    for (const [key, text] of sentencesOf(language, room)) {
      expect.soft(text.trim(), `${key} is empty or has space around it`).toBe(text)
      expect.soft(text, key).not.toBe('')
      for (const variable of variablesOf(text)) expect.soft(variable, key).toMatch(/^\{\{[a-z]\w*\}\}$/i)
      // `${employees}` is how a formula of a questionnaire names a question.
      // Templates of messages hold fields, which a test of theirs compares with those there are.
      const said =
        room === 'composing.json' && key.startsWith('templates.') ? text.replace(/\{\w+\}/g, '') : text
      const plain = said.replace(/\{\{\w+\}\}|\$\{\w+\}/g, '')
      expect.soft(plain, `${key} has a stray brace`).not.toMatch(/[{}]/)
      expect.soft(unbalancedTags(text), `${key} has tags that do not close`).toEqual([])
    }
  })
})

test('French has its no-break space before the high signs and inside its quotation marks', () => {
  for (const room of rooms)
    for (const [key, text] of sentencesOf('fr', room))
      expect
        .soft(text.replace(/https?:\S+/g, ''), `${room} ${key}`)
        .not.toMatch(/[^\u00a0\u202f\d/]([;!?]|:(?![\w:]))|«[^\u00a0\u202f]|[^\u00a0\u202f]»/)
})

test('no Turkish suffix is glued to a variable, and no French elision stands before one', () => {
  for (const room of rooms) {
    for (const [key, text] of sentencesOf('tr', room))
      expect.soft(text, `${room} ${key}`).not.toMatch(/\}\}['’]?\p{L}/u)
    for (const [key, text] of sentencesOf('fr', room))
      expect
        .soft(text, `${room} ${key}`)
        .not.toMatch(/(^|\s)(de|à|que) \{\{(?!count|time|max|min|fewest|lower|upper|from|to\}\})/)
  }
})

function unbalancedTags(text: string): string[] {
  const open: string[] = []
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([a-z-]+)[^>]*>/g)) {
    if (!slash) open.push(name)
    else if (open.at(-1) === name) open.pop()
    else return [name]
  }
  return open
}
