import type { News } from './news.ts'

/** How somebody's item is late: it leaves or begins later, or it is going on and ends later. */
export interface Delay {
  kind: 'leaves' | 'ends'
  minutes: number
}

/** What begins within these hours and only later by at most so many minutes is late; anything else has been moved. */
const hoursAhead = 6
const longestDelay = 180

/** The delay that a change is, if nothing but its hours are different and these are later. */
export function delayOf(
  { known, item, facts }: News & { kind: 'changed' },
  now: Temporal.Instant,
): Delay | undefined {
  if (![...facts].every((fact) => fact === 'startsAt' || fact === 'endsAt')) return undefined
  const hasBegun = Temporal.Instant.compare(known.startsAt, now) <= 0
  const isStartSame = known.startsAt.equals(item.startsAt)
  const kind = isStartSame ? 'ends' : 'leaves'
  const minutes = Math.round(
    isStartSame
      ? (item.endsAt?.since(known.endsAt ?? item.endsAt).total('minutes') ?? 0)
      : item.startsAt.since(known.startsAt).total('minutes'),
  )
  if (minutes < 1 || minutes > longestDelay) return undefined
  const isNear = kind === 'ends' ? hasBegun : known.startsAt.since(now).total('hours') <= hoursAhead
  return isNear ? { kind, minutes } : undefined
}
