import type { Language } from '../../../shared/localized-text.ts'
import type { ToldFacts } from '../data/results/told-facts.ts'
import { languageOf } from '../domain/form-language.ts'
import type { Form } from '../domain/form.ts'
import { labelIn } from '../domain/results/label-text.ts'
import { namesIn } from '../domain/results/table/value-cells.ts'
import { indexOf } from '../domain/session/form-index.ts'

/** What somebody has told under the name of a question. */
interface Told {
  /** As forms keep it: names of choices joined by a space, dates ISO. */
  value: string
  /** The same for people; choices by their labels. */
  shown(language: Language): string
}

/** What people of an activity, all or these, have told in its forms under these names: person → name → answer. */
export function toldOnActivity({ of, forms }: ToldFacts) {
  return async (
    activityId: number,
    names: readonly string[],
    personIds?: readonly number[],
  ): Promise<ReadonlyMap<number, ReadonlyMap<string, Told>>> => {
    const facts = await of([activityId], names, personIds)
    const known = await forms([...new Set(facts.map(({ versionId }) => versionId))])
    const told = new Map<number, Map<string, Told>>()
    for (const { personId, name, value, versionId } of facts) {
      const form = known.get(versionId)
      const shown = (language: Language) => (form ? inWords(form, name, value, language) : value)
      told.set(personId, (told.get(personId) ?? new Map<string, Told>()).set(name, { value, shown }))
    }
    return told
  }
}

/** What people have told on several activities under one name, by `activity/person`. */
export function toldOnActivities({ of }: Pick<ToldFacts, 'of'>) {
  return async (
    activityIds: readonly number[],
    name: string,
    personIds: readonly number[],
  ): Promise<ReadonlyMap<string, string>> => {
    if (activityIds.length === 0) return new Map()
    const facts = await of(activityIds, [name], personIds)
    return new Map(facts.map(({ activityId, personId, value }) => [`${activityId}/${personId}`, value]))
  }
}

function inWords(form: Form, name: string, value: string, language: Language): string {
  const node = indexOf(form).entries.find((entry) => entry.node.name === name)?.node
  const list = node?.kind === 'question' && node.list !== undefined ? form.lists[node.list] : undefined
  if (!list) return value
  const into = { name: languageOf(form, language) }
  return namesIn(value)
    .map((choice) => labelIn(list.find((one) => one.name === choice)?.label, form, into) || choice)
    .join('; ')
}
