import { formatPercent } from '../../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import { languageOf } from '../../../domain/form-language.ts'
import type { Form, FormLanguage, FormText } from '../../../domain/form.ts'
import { labelIn } from '../../../domain/results/label-text.ts'
import type { ResultColumn } from '../../../domain/results/result-set.ts'
import type { Count, Place } from '../../../domain/summary/summary.ts'
import type { ToldRow } from './told.ts'

/** More choices than these are shown without those nobody took, the most frequent first. */
const mostInOrder = 12

/** How a language of ours is called by a form. */
const formLanguage = (form: Form, language: Words['language']): FormLanguage =>
  form.languages.find(({ name }) => name === languageOf(form, language)) ?? { name: form.defaultLanguage }

/** A label of a form as somebody reads it; `form` is the one it is of. */
export function labelFor(words: Words, text: FormText | undefined, form: Form, otherwise: string): string {
  return labelIn(text, form, formLanguage(form, words.language)) || otherwise
}

export const columnLabel = (words: Words, { label, form, node }: ResultColumn): string =>
  labelFor(words, label, form, node.name)

/** "7 (58%)" */
export const shareText = (words: Words, count: number, n: number): string =>
  words.plain('formsummary:share', {
    count: String(count),
    share: formatPercent(Math.round((count / Math.max(n, 1)) * 100) / 100, words.language),
  })

/** A row for each choice, in the order of the list; of many the most frequent first. */
export function choiceRows(
  words: Words,
  column: ResultColumn,
  counts: readonly Count[],
  n: number,
): ToldRow[] {
  const rows = counts.map(({ name, count }) => ({
    label: choiceLabel(words, column, name),
    text: shareText(words, count, n),
    value: count,
  }))
  if (rows.length <= mostInOrder) return rows
  return rows.filter(({ value }) => value > 0).toSorted((one, other) => other.value - one.value)
}

/** How the rows are to be read. */
export const choiceNotes = (words: Words, isSeveral: boolean, choices: number): string[] => [
  ...(isSeveral ? [words.plain('formsummary:several')] : []),
  ...(choices > mostInOrder ? [words.plain('formsummary:onlyTaken')] : []),
]

function choiceLabel(words: Words, { choices }: ResultColumn, name: string): string {
  const choice = choices.find((one) => one.name === name)
  return choice ? labelFor(words, choice.label, choice.form, name) : name
}

/** What was ranked: how often it came first, beside its mean place. */
export function rankRow(words: Words, column: ResultColumn, place: Place, n: number): ToldRow {
  const { name, ranked, first, meanPlace } = place
  const label = choiceLabel(words, column, name)
  const mean = Math.round(meanPlace * 10) / 10
  return {
    label:
      ranked === 0 ? label : words.plain('formsummary:rank.label', { label, mean, ranked: String(ranked) }),
    text: shareText(words, first, n),
    value: first,
  }
}
