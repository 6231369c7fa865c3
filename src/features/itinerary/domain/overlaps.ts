import { isMeetingWithin } from '../../../shared/item-facts.ts'
import { isCancelled, type Audience, type ProgrammeItem } from './item.ts'
import { isFor, type Traveller } from './traveller.ts'

type Placed = Pick<
  ProgrammeItem,
  'id' | 'kind' | 'startsAt' | 'endsAt' | 'audience' | 'isMandatory' | 'status' | 'removedAt' | 'title'
>

/** Two mandatory items that the same people would have to attend at the same time. */
export interface Overlap<Person> {
  one: Placed
  other: Placed
  people: Person[]
}

/**
 * The overlaps of the changed items with the rest of a programme, and with each other; each pair once. `without`: the items
 * that somebody takes no part in, although they are for them.
 */
export function overlapsOf<Person extends Pick<Traveller, 'number' | 'groups' | 'bus'>>(
  changedIds: ReadonlySet<number>,
  programme: readonly Placed[],
  people: readonly Person[],
  without: (person: Person) => ReadonlySet<number> | undefined = () => undefined,
): Overlap<Person>[] {
  const attends = (each: Person, { id, audience }: Placed) => isFor(audience, each) && !without(each)?.has(id)
  const held = programme.filter((item) => item.isMandatory && !isCancelled(item) && item.endsAt !== null)
  return held.flatMap((one, at) => {
    if (!changedIds.has(one.id)) return []
    return held.flatMap((other, otherAt): Overlap<Person>[] => {
      if (
        other.id === one.id ||
        (changedIds.has(other.id) && otherAt < at) ||
        !areAtOnce(one, other) ||
        isMeetingWithin(one, other)
      )
        return []
      const both = people.filter((each) => attends(each, one) && attends(each, other))
      const isForNobodyYet = people.length === 0 && couldShare(one.audience, other.audience)
      return both.length > 0 || isForNobodyYet ? [{ one, other, people: both }] : []
    })
  })
}

const areAtOnce = (one: Placed, other: Placed): boolean =>
  one.endsAt !== null &&
  other.endsAt !== null &&
  Temporal.Instant.compare(one.startsAt, other.endsAt) < 0 &&
  Temporal.Instant.compare(other.startsAt, one.endsAt) < 0

/** Whether two items are for the same people whoever they are. */
const couldShare = (one: Audience, other: Audience): boolean => one.kind === 'all' || other.kind === 'all'

/** The items that are for somebody for whom this one is, too; without people, those whose audience says so. */
export function ofTheSamePeople<Item extends Pick<ProgrammeItem, 'audience'>>(
  item: Item,
  programme: readonly Item[],
  people: readonly Pick<Traveller, 'number' | 'groups' | 'bus'>[],
): Item[] {
  const theirs = people.filter((each) => isFor(item.audience, each))
  return programme.filter(
    (other) =>
      couldShare(item.audience, other.audience) || theirs.some((each) => isFor(other.audience, each)),
  )
}
