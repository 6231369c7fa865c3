import type { FormTable } from './form-table.ts'
import type { ChoiceLists } from './read-choices.ts'
import type { Outline, OutlineNode } from './survey-outline.ts'

/** Everything in a form that an expression may call by its name. */
export interface FormNames {
  readonly paths: ReadonlySet<string>
  readonly named: ReadonlyMap<string, readonly string[]>
  /** Paths of what nobody answers: groups, repeats, and what is worked out without being shown. */
  readonly unanswered: ReadonlySet<string>
  readonly rootNames: readonly string[]
  readonly lists: ReadonlySet<string>
  /** The columns that a filter of choices may use. */
  readonly choiceColumns: ReadonlySet<string>
}

export function gatherNames(
  { all }: Outline,
  lists: ChoiceLists,
  choices: FormTable | undefined,
  rootNames: readonly string[],
): FormNames {
  const named = new Map<string, string[]>()
  for (const { name, path } of all) {
    const paths = named.get(name)
    if (paths) paths.push(path)
    else named.set(name, [path])
  }
  const own = (choices?.columns ?? []).flatMap(({ key, header }) => (key === undefined ? [header] : []))
  return {
    paths: new Set(['/data', ...all.map(({ path }) => path)]),
    named,
    unanswered: new Set(all.filter(isUnanswered).map(({ path }) => path)),
    rootNames,
    lists: new Set(lists.keys()),
    choiceColumns: new Set(['name', 'label', 'list_name', ...own]),
  }
}

const isUnanswered = ({ type, row, children }: OutlineNode): boolean =>
  children !== undefined ||
  type.kind === 'calculate' ||
  type.kind === 'hidden' ||
  (row.get('calculation') !== '' && row.prose('label').length === 0 && row.prose('hint').length === 0)
