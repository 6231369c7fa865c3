import type { ItemFacts, ItemStatus } from '../../../shared/item-facts.ts'

export type { Audience, ItemFacts, ItemKind, ItemStatus, MapPoint } from '../../../shared/item-facts.ts'

/** A flight of somebody's own, in place of the group's. */
export interface OwnFlight {
  /** What it is called: as the list of participants says it, without day and hours. */
  readonly name: string
  /** Its hours are known; else nothing but the day of the group's flight says when it may be. */
  readonly isTimed: boolean
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
  /** What it is again when it is restored; null: it is not cancelled. */
  readonly statusBefore: ItemStatus | null
  /** Taken out of the programme: coordinators do not see it any more, participants as a cancelled one until its day ends. */
  readonly removedAt: Temporal.Instant | null
  /** Only in what is somebody's own: they fly on their own here. */
  readonly ownFlight?: OwnFlight
}

export const isCancelled = ({ status, removedAt }: Pick<ProgrammeItem, 'status' | 'removedAt'>): boolean =>
  status === 'cancelled' || removedAt !== null

/** Whether somebody flies this on their own, and nobody knows when. */
export const isUntimed = ({ ownFlight }: Pick<ProgrammeItem, 'ownFlight'>): boolean =>
  ownFlight !== undefined && !ownFlight.isTimed

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
