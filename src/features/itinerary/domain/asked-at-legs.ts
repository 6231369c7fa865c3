import { isCounted } from './counted.ts'
import { isCancelled, type ProgrammeItem } from './item.ts'
import { itemsFor } from './own-items.ts'
import type { Traveller } from './traveller.ts'

/** The legs of a programme that take place, each with those who are counted there. */
export function askedAtLegs<Person extends Traveller>(
  programme: readonly ProgrammeItem[],
  travellers: readonly Person[],
): { leg: ProgrammeItem; people: Person[] }[] {
  const theirs = new Map(travellers.map((one) => [one, itemsFor(programme, one)]))
  return programme
    .filter((item) => item.kind === 'travel' && !isCancelled(item))
    .map((leg) => ({ leg, people: travellers.filter((one) => isCounted(leg, theirs.get(one) ?? [])) }))
}
