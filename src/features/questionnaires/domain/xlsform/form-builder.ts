import type { Guess } from '../nearest.ts'
import type { FormReport } from './form-issue.ts'
import type { FormNames } from './form-names.ts'
import type { TextReader } from './form-texts.ts'
import type { FormLanguages } from './languages.ts'
import type { ChoiceLists } from './read-choices.ts'
import type { ExpressionReader } from './read-expression.ts'

/** Everything that is needed to make the nodes of a form out of its rows. */
export interface Building {
  readonly names: FormNames
  readonly languages: FormLanguages
  readonly lists: ChoiceLists
  readonly read: ExpressionReader
  readonly guess: Guess
  readonly texts: TextReader
  readonly report: FormReport
  /** Of the sheet `choices`. */
  readonly reportChoice: FormReport
  /** Whether the lists could not be read, so that nothing is said about missing ones. */
  readonly hasBrokenChoices: boolean
  /** Remembers what a node's value depends on. */
  readonly depends: (path: string, on: ReadonlySet<string>) => void
}
