import type { Language } from '../../../../../shared/localized-text.ts'
import type { FormLanguage } from '../../form.ts'
import type { ResultFrame, ResultValues } from '../result-set.ts'

/** What a table of results is made of: plain data that goes from one thread to another. */
export interface TableOrder extends Pick<ResultFrame, 'columns' | 'repeats' | 'languages'> {
  /** Of questions and answers on the second sheet. */
  readonly language: FormLanguage
  readonly isAnonymous: boolean
  readonly headings: TableHeadings
  /** The same for the code book, which has all languages: one for each of them. */
  readonly book: readonly TableHeadings[]
}

/** What the second sheet calls what is no question, in the reader's language; `received` and `spoken` stand for files. */
export type TableHeadings = Readonly<
  Record<
    | keyof TableFacts
    | TableFacts['source']
    | Language
    | 'index'
    | 'parent'
    | 'instance'
    | 'received'
    | 'spoken',
    string
  >
>

/** Whose response it is; `submittedAt` as the clock in the home zone showed it: `2026-11-26T14:30:00`. */
export interface TableFacts {
  readonly reference: string
  readonly submittedAt: string
  readonly version: string
  readonly person: string
  readonly firm: string
  readonly activity: string
  readonly source: 'self' | 'coordinator'
  readonly language: Language | ''
  readonly round: number
}

/** One response. */
export interface TableRow {
  readonly facts: TableFacts | undefined
  readonly values: ResultValues
  readonly repeats: Readonly<Record<string, readonly ResultValues[]>>
  /** The names of files that are answers, by the value of the answer. */
  readonly files: Readonly<Record<string, string>>
}
