import { describe, expect, test } from 'vitest'
import { titleIn } from '../../../../src/features/questionnaires/domain/form-language.ts'
import type { FormText, Template } from '../../../../src/features/questionnaires/domain/form.ts'
import { readForm } from '../../../../src/features/questionnaires/domain/xlsform/read-form.ts'
import { finishedForms } from '../../../../src/features/questionnaires/forms/index.ts'
import { readSpreadsheet, writeSpreadsheet } from '../../../../src/platform/spreadsheets/index.ts'
import { languages, type Language } from '../../../../src/shared/localized-text.ts'
import { formOf, nodesOf } from './finished.ts'

const headers: Readonly<Record<Language, string>> = {
  tr: 'Türkçe (tr)',
  en: 'English (en)',
  es: 'Español (es)',
  fr: 'Français (fr)',
}

/** What a button shows beside its tick. */
const longestOnButton = 38
/** A question has its heading, its choices and a line about progress around it. */
const longestLabel = 400

test('four forms, each with a name of its own', () => {
  expect(finishedForms.map(({ id }) => id)).toEqual([
    'needs_analysis',
    'logistics',
    'satisfaction',
    'results',
  ])
})

describe.each(finishedForms.map((finished) => [finished.id, finished] as const))('%s', (id, finished) => {
  const form = formOf(finished)
  const texts = textsOf(form)

  test.each(languages)('comes out of a file in %s without an issue', async (language) => {
    const file = await writeSpreadsheet(finished.sheets({ language }))
    const { form: read, issues, warnings } = readForm(await readSpreadsheet(file))
    expect([...issues, ...warnings]).toEqual([])
    expect(read?.title).toBe(finished.title[language])
    expect(languages.map((other) => read && titleIn(read, other))).toEqual(
      languages.map((other) => finished.title[other]),
    )
    expect(read?.formId).toBe(id)
    expect(read?.defaultLanguage).toBe(headers[language])
    expect(read?.languages.map(({ tag }) => tag)).toHaveLength(4)
    expect(read?.languages[0]?.tag).toBe(language)
  })

  test('says everything in all four languages', () => {
    expect(texts.length).toBeGreaterThan(25)
    const missing = texts.flatMap(({ at, text }) =>
      languages.flatMap((language) => (wordsOf(text, language).trim() === '' ? [`${at} ${language}`] : [])),
    )
    expect(missing).toEqual([])
  })

  test('no sentence was left untranslated', () => {
    const copied = texts.flatMap(({ at, text }) => {
      const all = languages.map((language) => wordsOf(text, language))
      const isCopied =
        new Set(all).size < all.length && all.some((words) => /(\p{Ll}{2,}[ ,]+){3}/u.test(words))
      return isCopied ? [at] : []
    })
    expect(copied).toEqual([])
  })

  test('no suffix is glued to a value, and no French elision stands before one', () => {
    const glued = texts.flatMap(({ at, text }) => [
      ...behindValues(text, 'tr')
        .filter((words) => /^['’]?\p{L}/u.test(words))
        .map((words) => `${at} ${words}`),
      ...beforeValues(text, 'fr')
        .filter((words) => /(^|[\s(])(de|à|que|d’|qu’)\s?$/i.test(words))
        .map((words) => `${at} ${words}`),
    ])
    expect(glued).toEqual([])
  })

  test('it says siz, usted and vous, and writes as people write', () => {
    const wrong = texts.flatMap(({ at, text }) => [
      ...found(at, wordsOf(text, 'tr'), /\b(sen|sana|seni|senin)\b/iu),
      ...found(at, wordsOf(text, 'es'), /(^|[\s¿¡])(tú|tu|tus|te|vosotros|vuestr\w+)([\s,.?]|$)/iu),
      ...found(at, wordsOf(text, 'fr'), /(^|[\s«])(tu|ton|ta|tes|toi)([\s,.?]|$)/iu),
      ...found(at, wordsOf(text, 'fr'), / [:;!?»%€]|« |\S[?!»]|«\S/u),
      ...found(at, wordsOf(text, 'es').replace(/¿[^?]*\?/g, ''), /[¿?]/u),
      ...languages.flatMap((language) => found(at, wordsOf(text, language), /'|"|\.\.\.| {2}/u)),
    ])
    expect(wrong).toEqual([])
  })

  test('labels fit a message, and choices a button', () => {
    const long = texts.flatMap(({ at, text, isChoice }) =>
      languages.flatMap((language) => {
        const length = [...wordsOf(text, language)].length
        return length > (isChoice ? longestOnButton : longestLabel) ? [`${at} ${language} ${length}`] : []
      }),
    )
    expect(long).toEqual([])
  })
})

/** Everything that people read, with where it stands. */
function textsOf(form: ReturnType<typeof formOf>): { at: string; text: FormText; isChoice?: true }[] {
  const ofNodes = nodesOf(form).flatMap((node) => {
    if (node.kind === 'calculation') return []
    const { label, hint, guidance, requiredMessage, constraintMessage } = {
      hint: undefined,
      guidance: undefined,
      requiredMessage: undefined,
      constraintMessage: undefined,
      ...node,
    }
    return [label, hint, guidance, requiredMessage, constraintMessage].flatMap((text) =>
      text ? [{ at: node.path, text }] : [],
    )
  })
  const ofChoices = Object.entries(form.lists).flatMap(([list, choices]) =>
    choices.map(({ name, label }) => ({ at: `${list} ${name}`, text: label, isChoice: true as const })),
  )
  return [...ofNodes, ...ofChoices]
}

const templateOf = (text: FormText, language: Language): Template => text[headers[language]] ?? []

const wordsOf = (text: FormText, language: Language): string =>
  templateOf(text, language)
    .map((part) => (typeof part === 'string' ? part : '0'))
    .join('')

const behindValues = (text: FormText, language: Language): string[] =>
  templateOf(text, language).flatMap((part, index, all) => {
    const next = all[index + 1]
    return typeof part !== 'string' && typeof next === 'string' ? [next] : []
  })

const beforeValues = (text: FormText, language: Language): string[] =>
  templateOf(text, language).flatMap((part, index, all) =>
    typeof part === 'string' && typeof all[index + 1] === 'object' ? [part] : [],
  )

const found = (at: string, words: string, pattern: RegExp): string[] =>
  pattern.test(words) ? [`${at} “${words}”`] : []
