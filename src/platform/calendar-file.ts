import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block } from 'timezones-ical-library'

/** Something that stands in a calendar. */
export interface CalendarEvent {
  /** The same for ever for the same thing, in the whole world. */
  readonly uid: string
  /** Grows with every change. */
  readonly sequence: number
  readonly changedAt: Temporal.Instant
  /** In the zone of the place where it begins; the calendar shows that zone's clock. */
  readonly startsAt: Temporal.ZonedDateTime
  /** Absent for what is a moment. */
  readonly endsAt: Temporal.ZonedDateTime | null
  readonly title: string
  readonly place: string
  readonly description: string
  readonly url: string | null
  /** Degrees. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly isCancelled: boolean
}

export interface Calendar {
  readonly name: string
  readonly events: readonly CalendarEvent[]
  /** How often whoever subscribes may look again, in seconds. */
  readonly refreshSeconds?: number
}

/**
 * An iCalendar file (RFC 5545) that Google, Apple and Outlook read alike: each event in its zone with that zone's rules,
 * cancelled ones as such. A calendar knows one zone for an event, so the end is written by the clock of the start.
 */
export function writeCalendar({ name, events, refreshSeconds }: Calendar): string {
  const calendar = ical({
    name,
    prodId: { company: 'Heyet', product: 'Heyet' },
    method: ICalCalendarMethod.PUBLISH,
    ...(refreshSeconds === undefined ? {} : { ttl: refreshSeconds }),
  })
  calendar.timezone({ name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null })
  for (const event of events) {
    const { uid, sequence, changedAt, startsAt, endsAt, title, place, description, url, point } = event
    calendar.createEvent({
      id: uid,
      sequence,
      // A Temporal moment would be written in the event's zone, which the standard does not allow here.
      stamp: new Date(changedAt.epochMilliseconds),
      start: startsAt,
      end: (endsAt ?? startsAt).withTimeZone(startsAt.timeZoneId),
      timezone: startsAt.timeZoneId,
      summary: title,
      ...(description === '' ? {} : { description }),
      ...(place === '' ? {} : { location: { title: place, ...(point ? { geo: pointOf(point) } : {}) } }),
      ...(url === null ? {} : { url }),
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

const pointOf = ({ latitude: lat, longitude: lon }: NonNullable<CalendarEvent['point']>) => ({ lat, lon })
