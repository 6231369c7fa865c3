import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../../shared/localized-text.ts'
import { readMarkdown } from '../../platform/texts/markdown-file.ts'
import { keyMistakes, variableMistakes, writingMistakes, type Sentences } from './locale-rules.ts'
import type { Check } from './tools.ts'

/** The languages say the same: same files, same keys, same variables, each written as its readers expect. */
export const locales: Check = {
  name: 'locales',
  async run() {
    const mistakes = localeMistakes('locales')
    return { isGood: mistakes.length === 0, said: mistakes.join('\n') }
  },
}

/** Every mistake in a folder of `<language>/<room>.json`, one line each. */
export function localeMistakes(folder: string): string[] {
  const rooms = [...new Set(languages.flatMap((language) => filesIn(join(folder, language))))].sort()
  if (rooms.length === 0) return [`${folder} has no file for any of ${languages.join(', ')}`]
  return rooms.flatMap((room) => roomMistakes(folder, room))
}

function roomMistakes(folder: string, room: string): string[] {
  const files = languages.map((language) => readSentences(join(folder, language, room)))
  const english = files[languages.indexOf('en')] ?? new Map<string, string>()
  return languages.flatMap((language, index) => {
    const own = files[index] ?? new Map<string, string>()
    if (own.size === 0) return [`${folder}/${language}/${room}: the file is missing or empty`]
    return [
      ...keyMistakes(language, own, files),
      ...variableMistakes(own, english),
      ...writingMistakes(language, own),
      ...['version', 'date'].flatMap((name) =>
        own.get(name) === english.get(name) ? [] : [`${name} is another one`],
      ),
    ].map((mistake) => `${folder}/${language}/${room}: ${mistake}`)
  })
}

const filesIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

function readSentences(file: string): Sentences {
  if (!existsSync(file)) return new Map()
  const text = file.replace(/json$/, 'md')
  return new Map([
    ...flatten(JSON.parse(readFileSync(file, 'utf8')) as Nested),
    ...(existsSync(text) ? Object.entries(readMarkdown(text, readFileSync(text, 'utf8'))) : []),
  ])
}

interface Nested {
  readonly [key: string]: string | Nested
}

const flatten = (nested: Nested, prefix = ''): [string, string][] =>
  Object.entries(nested).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  )
