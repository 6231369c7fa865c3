/**
 * What somebody is reminded of: an item that leaves (`departure`), any other one (`item`), a `deadline`, tomorrow
 * (`overview`), the programme a week ahead (`programme`), the evening before one leaves (`eve`),
 * and what a coordinator owes the Ministry (`urge_begin`, `urge_freeze`).
 */
export type FireKind =
  'departure' | 'item' | 'deadline' | 'overview' | 'programme' | 'eve' | 'urge_begin' | 'urge_freeze'

/** One moment at which somebody is to be reminded of something. */
export interface Fire {
  /** Which one it is of all that somebody has in an activity; a moved item has other slots. */
  readonly slot: string
  readonly kind: FireKind
  readonly itemId: number | null
  readonly dueAt: Temporal.Instant
  /** From here on it would only confuse. */
  readonly uselessAt: Temporal.Instant
}

/** How somebody wishes to be reminded, on every trip; what they do not mind is `null`. */
export interface Wishes {
  readonly minutesBefore: number | null
  readonly overviewAt: Temporal.PlainTime | null
  readonly wantsOverview: boolean
  /** Without a sound, but for what leaves. */
  readonly isMuted: boolean
}

export const noWishes: Wishes = {
  minutesBefore: null,
  overviewAt: null,
  wantsOverview: true,
  isMuted: false,
}

/** The day that an overview is about. */
export const overviewDay = (slot: string): Temporal.PlainDate =>
  Temporal.PlainDate.from(slot.slice(overviewPrefix.length))

export const overviewSlot = (day: Temporal.PlainDate): string => overviewPrefix + day.toString()

const overviewPrefix = 'overview:'
