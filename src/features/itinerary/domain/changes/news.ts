import { isCancelled, overAt, type ItemFacts, type ProgrammeItem } from '../item.ts'
import { toldDifferences, type ToldFact } from './told-item.ts'

/**
 * What somebody has to be told of one item: it is `new` to them, `off` (cancelled or taken out), `notTheirs` any more,
 * takes place again after all (`back`), or is `changed`. `known` is what they were told last, `item` what is true now.
 */
export type News =
  | { kind: 'new' | 'back'; known: null; item: ItemFacts }
  | { kind: 'off' | 'notTheirs'; known: ItemFacts; item: null }
  | { kind: 'changed'; known: ItemFacts; item: ItemFacts; facts: ReadonlySet<ToldFact> }

/** What there is to tell somebody who knows this of an item, or knows nothing of it; nothing of what is over. */
export function newsOf(
  known: ItemFacts | null,
  item: ProgrammeItem,
  { isTheirs, now }: { isTheirs: boolean; now: Temporal.Instant },
): News | undefined {
  const wasOn = known !== null && known.status !== 'cancelled' ? known : null
  const isOn = isTheirs && !isCancelled(item)
  const isOver = (facts: ItemFacts) => Temporal.Instant.compare(overAt(facts), now) <= 0
  if (wasOn && !isOn)
    return isOver(wasOn)
      ? undefined
      : { kind: isTheirs || isCancelled(item) ? 'off' : 'notTheirs', known: wasOn, item: null }
  if (!isOn) return undefined
  if (!wasOn) return isOver(item) ? undefined : { kind: known ? 'back' : 'new', known: null, item }
  const facts = toldDifferences(wasOn, item)
  if (facts.size === 0 || (isOver(wasOn) && isOver(item))) return undefined
  return { kind: 'changed', known: wasOn, item, facts }
}

/** The earlier of the old and the new beginning, as far as either is still ahead or running. */
export function beginningOf({ known, item }: News, now: Temporal.Instant): Temporal.Instant | undefined {
  return [known, item]
    .flatMap((facts) => (facts && Temporal.Instant.compare(overAt(facts), now) > 0 ? [facts.startsAt] : []))
    .sort((one, other) => Temporal.Instant.compare(one, other))[0]
}

/** When it is as far as people need to know it: by the new beginning, else by the old one. */
export const whenOf = ({ known, item }: News): Temporal.Instant =>
  item?.startsAt ?? known?.startsAt ?? Temporal.Instant.fromEpochMilliseconds(0)
