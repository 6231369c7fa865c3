import type { FormText, Template } from '../form.ts'
import { straightQuotes } from './cell-words.ts'
import type { FormReport } from './form-issue.ts'
import type { FormRow, Prose } from './form-table.ts'
import type { FormLanguages } from './languages.ts'
import type { ExpressionReader } from './read-expression.ts'
import { cutAtReferences } from './references.ts'
import type { TranslationGaps } from './translation-gaps.ts'

/** Telegram's 4,096 characters a message, less the line that says how far one is. */
const longestText = 3_900

export interface TextNeeds {
  readonly languages: FormLanguages
  readonly keepsQuotes: boolean
  readonly read: ExpressionReader
  readonly report: FormReport
  readonly gaps: TranslationGaps
}

export type TextReader = (row: FormRow, key: string, here: string) => FormText | undefined

/** Reads the texts under a key in all their languages; nothing where there is none. */
export function textReader({ languages, keepsQuotes, read, report, gaps }: TextNeeds): TextReader {
  function template({ text, row, column }: Prose, here: string): Template {
    const shown = keepsQuotes ? text : straightQuotes(text).replace(/ {2,}/g, ' ')
    if (shown.length > longestText)
      report('E_LABEL_TOO_LONG', { row, column }, shown, { count: shown.length, limit: longestText })
    return cutAtReferences(shown).flatMap((piece): Template => {
      if (piece.kind === 'words') return [piece.text]
      if (piece.kind === 'broken') {
        report('E_REF_SYNTAX', { row, column }, shown, { part: piece.text })
        return []
      }
      const value = read(`\${${piece.name}}`, { row, column, here })
      return value ? [value.expression] : []
    })
  }

  return (row, key, here) => {
    const byLanguage = inLanguages(row.prose(key), languages)
    if (byLanguage.size === 0) return undefined
    gaps.look(row, key, byLanguage)
    return Object.fromEntries([...byLanguage].map(([language, prose]) => [language, template(prose, here)]))
  }
}

/** The texts by language; a column with a language wins over one without. */
export function inLanguages(prose: readonly Prose[], { unnamed }: FormLanguages): Map<string, Prose> {
  const plain = prose.filter(({ language }) => language === undefined)
  const named = prose.filter(({ language }) => language !== undefined)
  return new Map([...plain, ...named].map((one) => [one.language ?? unnamed, one]))
}
