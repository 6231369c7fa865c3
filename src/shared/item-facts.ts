import type { LocalizedText } from './localized-text.ts'

export type ItemKind = 'travel' | 'visit' | 'b2b' | 'meal' | 'free' | 'briefing' | 'deadline'
export type ItemStatus = 'planned' | 'confirmed' | 'cancelled'

/** Who an item is for: everybody, or the people of some groups or buses and of some applications (their numbers). */
export type Audience =
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly groups: readonly string[]; readonly applications: readonly string[] }

/** A point on the map, in degrees. */
export interface MapPoint {
  readonly latitude: number
  readonly longitude: number
}

/** What the programme says of an item, whoever wrote it: the workbook, or a coordinator on her phone. */
export interface ItemFacts {
  readonly kind: ItemKind
  readonly startsAt: Temporal.Instant
  /** `null` only for deadlines. */
  readonly endsAt: Temporal.Instant | null
  /** IANA names: each end has the clock of its own place. */
  readonly startZone: string
  readonly endZone: string
  /** What a time is labelled with, never the zone. */
  readonly startCity: LocalizedText
  readonly endCity: LocalizedText
  readonly title: LocalizedText
  readonly place: LocalizedText
  /** In the local language, for the taxi. */
  readonly address: string | null
  readonly map: MapPoint | null
  readonly audience: Audience
  readonly isMandatory: boolean
  readonly status: ItemStatus
  /** Flight, coach or train number. */
  readonly transport: string | null
  readonly terminal: string | null
  readonly host: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly responsible: string | null
  readonly interpreter: string | null
  readonly dress: LocalizedText
  readonly bring: LocalizedText
  readonly notes: LocalizedText
  readonly onlineUrl: string | null
  /** Minutes before the start, longest first; none when empty, the default plan when `null`. */
  readonly remindMinutesBefore: readonly number[] | null
}

/** Whether one of two items is a meeting within the other, which is the session of all meetings: that is no clash. */
export function isMeetingWithin(one: Timed, other: Timed): boolean {
  if (one.kind !== 'b2b' || other.kind !== 'b2b' || !one.endsAt || !other.endsAt) return false
  const begins = Temporal.Instant.compare(one.startsAt, other.startsAt)
  const ends = Temporal.Instant.compare(one.endsAt, other.endsAt)
  const isSame = begins === 0 && ends === 0
  return !isSame && ((begins <= 0 && ends >= 0) || (begins >= 0 && ends <= 0))
}

type Timed = Pick<ItemFacts, 'kind' | 'startsAt' | 'endsAt'>

/** What people must not miss unless somebody says otherwise. */
export const usuallyMandatory: ReadonlySet<ItemKind> = new Set(['travel', 'visit', 'b2b', 'briefing'])
