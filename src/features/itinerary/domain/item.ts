import type { LocalizedText } from '../../../shared/localized-text.ts'

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

/** An item of a programme. One that is taken out of it stays as a cancelled one until nobody has to be told any more. */
export interface ProgrammeItem extends ItemFacts {
  readonly id: number
  readonly activityId: number
  /** The workbook's `id`, stable within the activity. */
  readonly key: string
  /** Grows with every change: a calendar's SEQUENCE. */
  readonly revision: number
  readonly changedAt: Temporal.Instant
  /** Since when it is cancelled or taken out. */
  readonly cancelledAt: Temporal.Instant | null
  /** Taken out of the programme: coordinators do not see it any more, participants as a cancelled one until its day ends. */
  readonly removedAt: Temporal.Instant | null
}

export const isCancelled = ({ status, removedAt }: Pick<ProgrammeItem, 'status' | 'removedAt'>): boolean =>
  status === 'cancelled' || removedAt !== null

/** The local day and hour at which it begins, by the clock of that place. */
export const startsLocally = ({ startsAt, startZone }: Pick<ItemFacts, 'startsAt' | 'startZone'>) =>
  startsAt.toZonedDateTimeISO(startZone)

/** The local day and hour at which it ends; where it has no end, at which it begins. */
export const endsLocally = ({
  startsAt,
  endsAt,
  startZone,
  endZone,
}: Pick<ItemFacts, 'startsAt' | 'endsAt' | 'startZone' | 'endZone'>): Temporal.ZonedDateTime =>
  endsAt ? endsAt.toZonedDateTimeISO(endZone) : startsAt.toZonedDateTimeISO(startZone)

/** The moment when it is over; a deadline is over when it has come. */
export const overAt = ({ startsAt, endsAt }: Pick<ItemFacts, 'startsAt' | 'endsAt'>): Temporal.Instant =>
  endsAt ?? startsAt

export const isRunning = (item: Pick<ItemFacts, 'startsAt' | 'endsAt'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(item.startsAt, now) <= 0 && Temporal.Instant.compare(now, overAt(item)) < 0
