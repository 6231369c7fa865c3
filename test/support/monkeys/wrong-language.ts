import { readdirSync, readFileSync } from 'node:fs'
import { languages, languageNames, type Language } from '../../../src/shared/localized-text.ts'
import type { World } from '../world.ts'

const folder = new URL('../../../locales/', import.meta.url)

const leaves = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as Record<string, unknown>).flatMap(leaves)

function textsOf(language: Language): string[] {
  const read = (name: string) => readFileSync(new URL(`${language}/${name}`, folder), 'utf8')
  const names = readdirSync(new URL(`${language}/`, folder))
  return names.flatMap((name) => (name.endsWith('.json') ? leaves(JSON.parse(read(name))) : read(name)))
}

/** Texts that coordinators have written in all languages: whoever reads one of them sees none of the others. */
async function writtenIn(world: World): Promise<Record<Language, string[]>> {
  const found: Record<Language, string[]> = { tr: [], en: [], es: [], fr: [] }
  const columns = await world.house.database.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     where c.table_schema = 'public' and c.data_type in ('jsonb', 'json')
       and c.table_name in ('activities', 'activity_sheets', 'itinerary_items', 'questionnaires', 'questionnaire_versions')`,
    [],
  )
  for (const { table, column } of columns) {
    const rows = await world.house.database.query<{ value: unknown }>(
      `select to_jsonb("${column}") as value from "${table}"`,
      [],
    )
    for (const { value } of rows) collect(typeof value === 'string' ? parsed(value) : value, found)
  }
  return found
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function collect(value: unknown, into: Record<Language, string[]>): void {
  if (typeof value !== 'object' || value === null) return
  const tree = value as Record<string, unknown>
  if (languages.every((language) => typeof tree[language] === 'string'))
    for (const language of languages) into[language].push(tree[language] as string)
  for (const part of Object.values(tree)) collect(part, into)
}

/** A piece that is as it stands on the screen: between what is filled in, and on one line. */
const piecesOf = (text: string): string[] =>
  text
    .replace(/<[^>]*>/g, '')
    .split(/\{\{[^}]*\}\}|\$\{[^}]*\}|\n/)
    .map(bare)

/** Shorter ones are names, and words that several languages share. */
const shortest = 12
const isTelling = (piece: string) => piece.length >= shortest && /\p{L}{3}/u.test(piece)

/** Pieces by how they begin, so that a text is looked through once however many there are. */
function index(pieces: readonly string[]): (text: string) => string[] {
  const byBeginning = Map.groupBy(pieces, (piece) => piece.slice(0, shortest))
  return (text) => {
    const found: string[] = []
    for (let at = 0; at + shortest <= text.length; at += 1)
      for (const piece of byBeginning.get(text.slice(at, at + shortest)) ?? [])
        if (text.startsWith(piece, at)) found.push(piece)
    return found
  }
}

export type FindForeign = (shown: readonly string[], own: Language) => string[]

/** Finds, in what is shown to somebody, sentences and labels that stand in the files of another language only. */
export async function foreignFinder(world: World): Promise<FindForeign> {
  const written = await writtenIn(world)
  const all = Object.fromEntries(languages.map((one) => [one, [...textsOf(one), ...written[one]]])) as Record<
    Language,
    string[]
  >
  const joined = Object.fromEntries(languages.map((one) => [one, all[one].join('\n')])) as Record<
    Language,
    string
  >
  const known = new Set<string>(Object.values(languageNames))
  const only = (language: Language, own: Language, wanted: (piece: string) => boolean) =>
    [...new Set(all[language].flatMap(piecesOf))].filter(
      (piece) => wanted(piece) && !joined[own].includes(piece) && !known.has(piece),
    )
  const pairs = languages.flatMap((own) =>
    languages
      .filter((one) => one !== own)
      .map((language) => ({
        ...{ own, language, find: index(only(language, own, isTelling)) },
        labels: new Set(only(language, own, (piece) => piece.length >= 3)),
      })),
  )
  return (shown, own) =>
    pairs
      .filter((pair) => pair.own === own)
      .flatMap(({ language, find, labels }) =>
        shown
          .flatMap((text) => [...find(text), ...[bare(text)].filter((label) => labels.has(label))])
          .map((piece) => `${language}: ${piece}`),
      )
}

/** Without the picture in front of it. */
const bare = (text: string) => text.trim().replace(/^[^\p{L}\p{N}¿¡]+/u, '')
