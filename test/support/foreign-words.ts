import { readdirSync, readFileSync } from 'node:fs'
import { languages, type Language } from '../../src/shared/localized-text.ts'

const folder = new URL('../../locales/', import.meta.url)

/** Every piece of a sentence in a language's files that stands on the screen as it is, without what is filled in. */
function piecesOf(language: Language): Set<string> {
  const files = readdirSync(new URL(`${language}/`, folder)).filter((name) => name.endsWith('.json'))
  const texts = files.flatMap((name) =>
    leaves(JSON.parse(readFileSync(new URL(`${language}/${name}`, folder), 'utf8'))),
  )
  return new Set(texts.flatMap(fixedPieces))
}

const leaves = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as Record<string, unknown>).flatMap(leaves)

/** Shorter pieces are names, emoji and words that several languages share. */
const shortest = 14

const fixedPieces = (text: string): string[] =>
  text
    .replace(/<[^>]*>/g, '')
    .split(/\{\{[^}]*\}\}|\n/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= shortest)

const pieces = Object.fromEntries(languages.map((language) => [language, piecesOf(language)])) as Record<
  Language,
  Set<string>
>

/** The sentences of other languages in what somebody has been shown. */
export function foreignSentences(shown: readonly string[], own: Language): string[] {
  const screen = shown.join('\n')
  return languages
    .filter((language) => language !== own)
    .flatMap((language) => [...pieces[language]])
    .filter((piece) => !pieces[own].has(piece) && screen.includes(piece))
}
