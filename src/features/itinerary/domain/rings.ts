import { isQuiet } from '../../../shared/quiet-hours.ts'
import type { FireKind } from './fire.ts'
import type { ProgrammeItem } from './item.ts'

/**
 * Whether a reminder makes a sound where somebody is: what leaves always does, and in the morning what they must not miss
 * does even before eight. Everything else is silent in the quiet hours and for whoever has muted it; and the next table,
 * for whoever is told so sits at one.
 */
export function rings(
  {
    kind,
    item,
    isNextTable = false,
  }: { kind: FireKind; item: Pick<ProgrammeItem, 'isMandatory'> | undefined; isNextTable?: boolean },
  { now, zone, isMuted }: { now: Temporal.Instant; zone: string; isMuted: boolean },
): boolean {
  if (kind === 'departure') return true
  if (isMuted || isNextTable) return false
  if (!isQuiet(now, zone)) return true
  return kind === 'item' && item?.isMandatory === true && now.toZonedDateTimeISO(zone).hour < 8
}

/** What is not bound to its minute waits for the morning when it comes late into the quiet hours. */
export const canWait = (kind: FireKind): boolean =>
  kind === 'programme' || kind === 'urge_begin' || kind === 'urge_freeze'
