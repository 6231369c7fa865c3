import { languages, type LocalizedText } from '../../../../shared/localized-text.ts'
import { isCancelled, type ItemFacts, type ProgrammeItem } from '../item.ts'
import { differences, factsOf } from '../same-facts.ts'

/** The facts that people have to be told of when they change; the others concern only whoever runs the programme. */
const toldFacts = [
  ...(['startsAt', 'endsAt', 'startZone', 'endZone', 'title', 'place', 'address'] as const),
  ...(['transport', 'terminal', 'onlineUrl', 'bring', 'dress'] as const),
] satisfies (keyof ItemFacts)[]

export type ToldFact = (typeof toldFacts)[number]

/** In which facts that matter to people two versions of an item differ. */
export function toldDifferences(one: ItemFacts, other: ItemFacts): ReadonlySet<ToldFact> {
  const differing = differences(one, other)
  return new Set(
    toldFacts.filter((fact) => differing.includes(fact) && !isTranslated(one[fact], other[fact])),
  )
}

/** The same text in more languages than before, or in fewer: nothing has changed for anybody. */
function isTranslated(one: ItemFacts[ToldFact], other: ItemFacts[ToldFact]): boolean {
  if (!isText(one) || !isText(other)) return false
  const shared = languages.filter((language) => one[language] && other[language])
  return shared.length > 0 && shared.every((language) => one[language] === other[language])
}

const isText = (fact: ItemFacts[ToldFact]): fact is LocalizedText =>
  typeof fact === 'object' && fact !== null && !(fact instanceof Temporal.Instant)

/** An item as people know it: what was taken out is cancelled for them. */
export const asKnown = (item: ProgrammeItem): ItemFacts => ({
  ...factsOf(item),
  ...(isCancelled(item) ? { status: 'cancelled' } : {}),
})

/** Facts as JSON keeps them. */
export type KeptFacts = Omit<ItemFacts, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string | null }

export const fromKept = ({ startsAt, endsAt, ...facts }: KeptFacts): ItemFacts => ({
  ...facts,
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: endsAt === null ? null : Temporal.Instant.from(endsAt),
})
