import { languageMeanings, meaningOf } from '../../../../shared/tables/choice-cells.ts'
import type { FormLanguage } from '../form.ts'
import type { FormTable } from './form-table.ts'
import type { FormSettings } from './read-settings.ts'

/** The languages of a form, and under which of them a text stands whose column names none. */
export interface FormLanguages {
  readonly all: readonly FormLanguage[]
  readonly defaultLanguage: string
  readonly unnamed: string
}

const inLanguages = [
  'label',
  'hint',
  'guidance_hint',
  'required_message',
  'constraint_message',
  'image',
  'audio',
  'video',
  'title',
]

/**
 * Gathers every language that something is written in. A column without a language is in the default language, if the
 * settings name one, else in a language without a name.
 */
export function readLanguages(
  tables: readonly FormTable[],
  settings: FormSettings,
  report: FormTable['report'],
): FormLanguages {
  const { named, hasUnnamedLabels } = seenIn(tables)
  const wanted = settings.defaultLanguage
  const match = wanted === '' ? undefined : sameLanguage(wanted, named)
  if (wanted !== '' && match === undefined && named.length > 0 && !hasUnnamedLabels)
    report('E_LANGUAGE_DEFAULT_UNKNOWN', settings.row?.place('default_language') ?? {}, wanted, {
      allowed: named.join(', '),
    })
  const unnamed = match ?? (hasUnnamedLabels || named.length === 0 ? wanted : '')
  const isOwn = !named.includes(unnamed) && (hasUnnamedLabels || named.length === 0)
  const names = [...(isOwn ? [unnamed] : []), ...named]
  return {
    all: names.map(languageOf),
    defaultLanguage: match ?? (isOwn ? unnamed : (names[0] ?? '')),
    unnamed,
  }
}

function seenIn(tables: readonly FormTable[]): { named: string[]; hasUnnamedLabels: boolean } {
  const named = new Set<string>()
  let hasUnnamedLabels = false
  for (const { rows } of tables)
    for (const row of rows)
      for (const key of inLanguages)
        for (const { language } of row.prose(key)) {
          if (language !== undefined) named.add(language)
          else if (key === 'label') hasUnnamedLabels = true
        }
  return { named: [...named], hasUnnamedLabels }
}

/** By its name as it is written, else by its name or its tag alone. */
function sameLanguage(wanted: string, names: readonly string[]): string | undefined {
  const word = wanted.toLowerCase()
  const bare = (name: string) => name.replace(/\s*\([^)]*\)\s*$/, '').toLowerCase()
  return (
    names.find((name) => name === wanted) ??
    names.find(
      (name) => name.toLowerCase() === word || bare(name) === word || tagOf(name)?.toLowerCase() === word,
    )
  )
}

function languageOf(name: string): FormLanguage {
  const tag = tagOf(name) ?? meaningOf(name, languageMeanings)
  return tag ? { name, tag } : { name }
}

/** The BCP 47 tag in the brackets: `Türkçe (tr)`, `Português (pt-BR)`. */
const tagOf = (name: string): string | undefined =>
  /\(\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\s*\)\s*$/i.exec(name)?.[1]

/** Which of the languages has no tag, so that nobody's phone can be matched with it. */
export function reportTags({ all }: FormLanguages, report: FormTable['report']): void {
  for (const { name, tag } of all)
    if (name !== '' && tag === undefined)
      report('W_LANGUAGE_TAG_MISSING', {}, name, { example: 'label::Türkçe (tr)' })
}
