import { readdirSync, readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { isByHand } from '../../shared/by-hand.ts'
import { languages, type Language } from '../../shared/localized-text.ts'
import { readMarkdown } from './markdown-file.ts'
import { withUnitsHeld } from './held-units.ts'
import { wordsFrom, type FindSentence, type TextGap, type Words } from './words.ts'

export interface Texts {
  words(language: Language): Words
  /** The words that reach somebody in this chat: on their phone, or by a coordinator's mouth. */
  wordsTo(account: { userId: number; language: Language }): Words
}

type Rooms = Record<string, Record<string, unknown>>

/**
 * Reads every sentence of `locales/<language>/<room>.json`. A gap (a key, a variable that is missing) throws, which is
 * what tests want; a running bot hands in `onGap` to log it and goes on in English.
 */
export function openTexts({
  folder = localesFolder(),
  onGap = refuse,
}: { folder?: URL; onGap?: OnGap } = {}): Texts {
  const words = wordsFrom(sentencesIn(folder), onGap)
  const spoken = new Map(languages.map((language) => [language, words(language)]))
  const passedOn = new Map(languages.map((language) => [language, words(language, true)]))
  const inChat = (language: Language) => spoken.get(language) ?? words(language)
  return {
    words: inChat,
    wordsTo: ({ userId, language }) =>
      (isByHand(userId) ? passedOn.get(language) : undefined) ?? inChat(language),
  }
}

/** Read once in a process, however many houses it opens: a story of a second opens one, and a run of the tests a thousand. */
const read = new Map<string, FindSentence>()

function sentencesIn(folder: URL): FindSentence {
  const known = read.get(folder.href) ?? sentencesOf(readLocales(folder))
  read.set(folder.href, known)
  return known
}

type OnGap = (gap: TextGap) => void

const localesFolder = () => new URL('../../../locales/', import.meta.url)

function refuse({ kind, key, language, variable }: TextGap): never {
  throw new Error(`${kind}${variable ? ` {{${variable}}}` : ''} in ${language} ${key}`)
}

/** The folders are the list of languages; one too many or too few is refused at the start, not found by a reader. */
function readLocales(folder: URL): Record<string, Rooms> {
  const found = namesIn(folder)
  if (found.join() !== languages.toSorted().join())
    throw new Error(`locales/ has ${found.join(', ')}, but the languages are ${languages.join(', ')}`)
  return Object.fromEntries(found.map((language) => [language, readRooms(new URL(`${language}/`, folder))]))
}

/** A text in a file of its own (`notice.md`) stands among the sentences of its name. */
function readRooms(folder: URL): Rooms {
  const names = namesIn(folder)
  const readIn = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.json'))
      .map(
        (name) =>
          [
            name.replace(/\.json$/, ''),
            name.replace(/json$/, 'md'),
            readJson(new URL(name, folder)),
          ] as const,
      )
      .map(([room, text, sentences]) => [
        room,
        names.includes(text) ? { ...sentences, ...readMarkdown(text, readIn(text)) } : sentences,
      ]),
  )
}

const namesIn = (folder: URL) => readdirSync(folder).sort()

const readJson = (file: URL) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>

/** i18next finds the sentence and its plural form; variables are filled in by `words.ts`, where they are escaped. */
function sentencesOf(resources: Record<string, Rooms>): FindSentence {
  const texts = createInstance({
    lng: 'en',
    fallbackLng: false,
    resources,
    nsSeparator: ':',
    keySeparator: '.',
  })
  void texts.init({ initAsync: false })
  return remembered((lng, key, count) => {
    const options = { lng, skipInterpolation: true, ...(count === undefined ? {} : { count }) }
    return texts.exists(key, { ...options, returnObjects: false })
      ? withUnitsHeld(texts.t(key, options))
      : undefined
  })
}

/** The sentences are few and said again and again: finding one costs more than filling it in. */
function remembered(find: FindSentence): FindSentence {
  const found = new Map<string, string | undefined>()
  return (language, key, count) => {
    // A count that nothing bounds would make the memory so.
    if (count !== undefined && !(Number.isInteger(count) && count >= 0 && count < 100))
      return find(language, key, count)
    const name = `${language} ${key} ${count ?? ''}`
    if (!found.has(name)) found.set(name, find(language, key, count))
    return found.get(name)
  }
}
