import type { ItemFacts } from './item.ts'

/** The names of all facts of an item. */
const factNames = [
  ...(['kind', 'startsAt', 'endsAt', 'startZone', 'endZone', 'startCity', 'endCity'] as const),
  ...(['title', 'place', 'address', 'map', 'audience', 'isMandatory', 'status', 'transport'] as const),
  ...(['terminal', 'host', 'contactName', 'contactPhone', 'responsible', 'interpreter'] as const),
  ...(['dress', 'bring', 'notes', 'onlineUrl', 'remindMinutesBefore'] as const),
] satisfies (keyof ItemFacts)[]

/** The facts of an item, without what it is kept with. */
export const factsOf = (item: ItemFacts): ItemFacts =>
  Object.fromEntries(factNames.map((name) => [name, item[name]])) as unknown as ItemFacts

/** In which facts two items differ. */
export const differences = (one: ItemFacts, other: ItemFacts): (keyof ItemFacts)[] =>
  factNames.filter((name) => written(one[name]) !== written(other[name]))

export const isSame = (one: ItemFacts, other: ItemFacts): boolean => differences(one, other).length === 0

/** As text that is the same for the same fact, whatever order its parts came in. */
const written = (fact: unknown): string =>
  JSON.stringify(fact, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, part]) => part !== undefined)
            .sort(([left], [right]) => (left < right ? -1 : 1)),
        )
      : value,
  ) ?? 'null'
