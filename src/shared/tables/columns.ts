import type { LocalizedText } from '../localized-text.ts'
import type { CellValue } from '../spreadsheet.ts'
import type { Details } from './issue.ts'
import type { IssueCode } from './issue-codes.ts'

/** What a cell turned out to say, or why it says nothing usable. */
export type Reading<T> = { readonly value: T } | { readonly code: IssueCode; readonly details?: Details }

/** How the cells of a column are read; texts arrive trimmed and never empty. */
export interface Column<T> {
  readonly read: (value: CellValue) => Reading<T>
  /** Shown in the sentence when the cell is empty; a column without it may be empty. */
  readonly requiredLike?: string
  /** Offered as a drop-down list in the template. */
  readonly choices?: readonly string[]
  /** In characters, for the template. */
  readonly width?: number
}

/** A column that may be given once per language: `title::tr`, `title::Français (fr)`, or plain `title`. */
export interface LocalizedColumn {
  readonly isLocalized: true
  readonly maxLength: number
  readonly requiredLike?: string
  readonly width?: number
}

export type Columns = Readonly<Record<string, Column<unknown> | LocalizedColumn>>

/** What the columns of one row said; `null` (or an empty text) where they said nothing, or nothing usable. */
export type Values<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends LocalizedColumn
    ? LocalizedText
    : C[K] extends Column<infer T>
      ? T | null
      : never
}

/** The same column, which may not be empty; `like` is an example of what to write. */
export const required = <C extends Column<unknown> | LocalizedColumn>(column: C, like: string): C => ({
  ...column,
  requiredLike: like,
})

/** A text in several languages, each of at most so many characters. */
export const localized = (maxLength: number): LocalizedColumn => ({
  isLocalized: true,
  maxLength,
  width: maxLength > 200 ? 44 : 28,
})
