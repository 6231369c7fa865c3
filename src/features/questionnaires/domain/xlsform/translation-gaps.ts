import type { Place } from '../../../../shared/tables/issue.ts'
import type { FormRow, FormTable } from './form-table.ts'
import type { FormLanguages } from './languages.ts'

/** Gathers the texts of a sheet that some of the form's languages lack. */
export interface TranslationGaps {
  /** Looks at one text: `written` has the languages in which it stands there. */
  look(row: FormRow, key: string, written: ReadonlyMap<string, unknown>): void
  /** Says for each language how many it lacks, and where the first of them is. */
  report(): void
}

export function translationGaps(
  { columns, report }: Pick<FormTable, 'columns' | 'report'>,
  { all, unnamed }: FormLanguages,
): TranslationGaps {
  const gaps = new Map<string, { count: number; first: Place }>()

  /** The cell that is empty, else the one in which the text stands in another language. */
  const placeOf = (row: FormRow, key: string, language: string): Place => {
    const own = columns.find((one) => one.key === key && (one.language ?? unnamed) === language)
    return { ...row.place(key), ...(own && { column: own.letter }) }
  }

  return {
    look(row, key, written) {
      const lacking = all.filter(({ name }) => !written.has(name))
      if (lacking.length === all.length) return
      for (const { name } of lacking) {
        const gap = gaps.get(name)
        if (gap) gap.count += 1
        else gaps.set(name, { count: 1, first: placeOf(row, key, name) })
      }
    },
    report() {
      for (const [name, { count, first }] of gaps) report('W_TRANSLATION_MISSING', first, name, { count })
    },
  }
}
