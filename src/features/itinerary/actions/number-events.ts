import type { CalendarEvent } from '../../../platform/calendar-file.ts'
import type { Clock } from '../../../platform/clock.ts'
import { hashToken } from '../../../platform/tokens.ts'
import type { CalendarEntry, CalendarEntryStore } from '../data/calendar/calendar-entries.ts'

/** An event with the item it shows; its `sequence` is the least that it may have. */
export interface ItemEvent {
  readonly itemId: number
  readonly event: CalendarEvent
  /** What is kept to call it off: of a flight of somebody's own neither its number nor its hours. */
  readonly kept: Pick<CalendarEvent, 'title' | 'startsAt' | 'endsAt'>
}

export interface NumberingNeeds {
  entries: CalendarEntryStore
  clock: Clock
}

export type NumberEvents = ReturnType<typeof numberingEvents>

/**
 * Gives events the number a calendar goes by. A calendar takes a file only where the number has grown, so it grows wherever
 * the same person was given something else before, whatever has made the difference: another hour, a group, a flight of
 * their own, the zone they live in, a language. What they were given and is theirs no more is called off, unless it was
 * over before `since`.
 */
export function numberingEvents({ entries, clock }: NumberingNeeds) {
  return async (
    personId: number,
    events: readonly ItemEvent[],
    since: Temporal.Instant,
  ): Promise<{ theirs: CalendarEvent[]; calledOff: CalendarEvent[] }> => {
    const now = clock.now()
    const former = new Map((await entries.of(personId)).map((entry) => [entry.itemId, entry]))
    const theirs = events.map((one) => numbered(one, former.get(one.itemId), now))
    const own = new Set(events.map(({ itemId }) => itemId))
    const calledOff = [...former.values()]
      .filter(({ itemId, startsAt }) => !own.has(itemId) && Temporal.Instant.compare(startsAt, since) > 0)
      .map((entry) => calledOffNow(entry, now))
    const given = [...theirs, ...calledOff]
    await entries.keep(
      personId,
      given
        .filter(({ itemId, print, sequence }) => {
          const before = former.get(itemId)
          return before?.print !== print || before.sequence !== sequence
        })
        .map(({ event: _, ...entry }) => entry),
    )
    return { theirs: theirs.map(toEvent), calledOff: calledOff.map(toEvent) }
  }
}

type Numbered = CalendarEntry & { event: CalendarEvent }

const toEvent = ({ event, sequence, changedAt }: Numbered): CalendarEvent => ({
  ...event,
  sequence,
  changedAt,
})

function numbered(
  { itemId, event, kept }: ItemEvent,
  former: CalendarEntry | undefined,
  now: Temporal.Instant,
): Numbered {
  const { sequence: least, changedAt, uid, title, startsAt, endsAt, isCancelled, ...rest } = event
  const shown = { uid, title, startsAt, endsAt, isCancelled }
  const print = hashToken(JSON.stringify(isCancelled ? shown : { ...shown, ...rest }))
  const isSame = former?.print === print
  return {
    ...{ itemId, event, uid, print, isCancelled, title: kept.title },
    sequence: Math.max(least, former ? former.sequence + (isSame ? 0 : 1) : 0),
    changedAt: former ? (isSame ? former.changedAt : now) : changedAt,
    startsAt: kept.startsAt.toInstant(),
    endsAt: kept.endsAt?.toInstant() ?? null,
    zone: kept.startsAt.timeZoneId,
  }
}

function calledOffNow(entry: CalendarEntry, now: Temporal.Instant): Numbered {
  const event = asCalledOff(entry)
  return numbered({ itemId: entry.itemId, event, kept: event }, entry, now)
}

function asCalledOff({ uid, title, startsAt, endsAt, zone, changedAt }: CalendarEntry): CalendarEvent {
  return {
    ...{ uid, title, changedAt, sequence: 0, place: '', description: '', url: null, point: null },
    startsAt: startsAt.toZonedDateTimeISO(zone),
    endsAt: endsAt?.toZonedDateTimeISO(zone) ?? null,
    isCancelled: true,
  }
}
