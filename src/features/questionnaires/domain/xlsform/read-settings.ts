import { yesOrNo } from './cell-words.ts'
import { asName, isName } from './check-name.ts'
import type { FormRow, FormTable, Prose } from './form-table.ts'
import { readPurpose } from './read-purpose.ts'
import type { FormPurpose } from '../form.ts'

/** What the sheet `settings` says; a form may do without it. */
export interface FormSettings {
  readonly formId: string
  /** One per column: per language, or one alone. */
  readonly titles: readonly Prose[]
  readonly version: string
  /** As it is written; empty where nothing is. */
  readonly defaultLanguage: string
  /** What the root of paths may be called besides `data`. */
  readonly rootNames: readonly string[]
  readonly allowsDuplicateChoices: boolean
  /** Typographic quotation marks in texts are kept, which XLSForm's own tools do not do. */
  readonly keepsQuotes: boolean
  readonly purpose: FormPurpose
  /** The row, for what is read later. */
  readonly row: FormRow | undefined
}

/** Reads the first filled row of the sheet. */
export function readSettings(table: FormTable | undefined): FormSettings {
  const row = table?.rows[0]
  const get = (key: string) => row?.get(key) ?? ''
  if (table && row && get('public_key') !== '')
    table.report('E_ENCRYPTION_UNSUPPORTED', row.place('public_key'), 'public_key')
  const rootName = get('root_name')
  if (table && row && rootName !== '' && !isName(rootName))
    table.report('E_NAME_INVALID', row.place('root_name'), rootName, { example: asName(rootName) })
  const formId = get('form_id') || get('id_string')
  const rootNames = [rootName, formId].filter((name) => name !== '')
  return {
    formId,
    titles: row?.prose('title') ?? [],
    version: get('version'),
    defaultLanguage: get('default_language'),
    rootNames,
    allowsDuplicateChoices: yesOrNo(get('allow_choice_duplicates')) ?? false,
    keepsQuotes: yesOrNo(get('clean_text_values')) === false,
    purpose: readPurpose(table, row),
    row,
  }
}
