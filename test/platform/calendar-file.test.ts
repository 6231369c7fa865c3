import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { writeCalendar, type CalendarEvent } from '../../src/platform/calendar-file.ts'

const event = (changes: Partial<CalendarEvent>): CalendarEvent => ({
  uid: 'item-1@heyet_bot.t.me',
  sequence: 0,
  changedAt: Temporal.Instant.from('2026-11-01T08:00:00Z'),
  startsAt: Temporal.ZonedDateTime.from('2026-12-11T09:30[Europe/Madrid]'),
  endsAt: Temporal.ZonedDateTime.from('2026-12-11T11:00[Europe/Madrid]'),
  title: 'Cambra; “Casa, 2”',
  place: 'Av. Diagonal 452, 08006 Barcelona',
  description: 'Line 1\nLine 2, with a comma; and more',
  url: null,
  point: null,
  isCancelled: false,
  ...changes,
})

/** What a parser that knows nothing of us reads in the file. */
function parsed(events: readonly CalendarEvent[]) {
  const component = new ICAL.Component(ICAL.parse(writeCalendar({ name: 'Program', events })) as unknown[])
  const zones = new Map(
    component
      .getAllSubcomponents('vtimezone')
      .map((zone) => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)]),
  )
  return component.getAllSubcomponents('vevent').map((vevent) => {
    const moment = (name: string) => {
      const property = vevent.getFirstProperty(name)
      const time = property?.getFirstValue() as ICAL.Time
      const zone = property?.getParameter('tzid')
      if (typeof zone === 'string') time.zone = zones.get(zone) as ICAL.Timezone
      return { local: time.toString(), instant: new Date(time.toUnixTime() * 1000).toISOString() }
    }
    return {
      uid: vevent.getFirstPropertyValue('uid'),
      sequence: vevent.getFirstPropertyValue('sequence'),
      status: vevent.getFirstPropertyValue('status'),
      summary: vevent.getFirstPropertyValue('summary'),
      location: vevent.getFirstPropertyValue('location'),
      description: vevent.getFirstPropertyValue('description'),
      stamp: vevent.getFirstProperty('dtstamp')?.toICALString(),
      start: moment('dtstart'),
      end: moment('dtend'),
    }
  })
}

test('an independent parser reads what was written, with its commas, lines and quotes', () => {
  const [read] = parsed([event({ sequence: 3 })])
  expect(read).toMatchObject({
    uid: 'item-1@heyet_bot.t.me',
    sequence: 3,
    status: 'CONFIRMED',
    summary: 'Cambra; “Casa, 2”',
    location: 'Av. Diagonal 452, 08006 Barcelona',
    description: 'Line 1\nLine 2, with a comma; and more',
    stamp: 'DTSTAMP:20261101T080000Z',
  })
  expect(read?.start).toEqual({ local: '2026-12-11T09:30:00', instant: '2026-12-11T08:30:00.000Z' })
  expect(read?.end.instant).toBe('2026-12-11T10:00:00.000Z')
})

test.each([
  ['winter in Madrid', '2026-12-11T09:30[Europe/Madrid]', '2026-12-11T08:30:00.000Z'],
  ['summer in Madrid', '2026-07-11T09:30[Europe/Madrid]', '2026-07-11T07:30:00.000Z'],
  ['the night the clocks go on', '2026-03-29T03:15[Europe/Madrid]', '2026-03-29T01:15:00.000Z'],
  ['the day the clocks go back', '2026-10-25T09:00[Europe/Madrid]', '2026-10-25T08:00:00.000Z'],
  ['Istanbul in summer', '2026-07-11T09:30[Europe/Istanbul]', '2026-07-11T06:30:00.000Z'],
  ['Istanbul in winter', '2026-12-11T09:30[Europe/Istanbul]', '2026-12-11T06:30:00.000Z'],
])('%s: the zone’s own rules are in the file', (_, local, instant) => {
  const startsAt = Temporal.ZonedDateTime.from(local)
  const [read] = parsed([event({ startsAt, endsAt: startsAt.add({ hours: 1 }) })])
  expect(read?.start.instant).toBe(instant)
})

test('a flight over two zones and a coach over midnight end at the right moment', () => {
  const [flight, coach] = parsed([
    event({
      startsAt: Temporal.ZonedDateTime.from('2026-12-10T08:30[Europe/Istanbul]'),
      endsAt: Temporal.ZonedDateTime.from('2026-12-10T10:25[Europe/Madrid]'),
    }),
    event({
      uid: 'item-2@heyet_bot.t.me',
      startsAt: Temporal.ZonedDateTime.from('2026-12-13T21:30[Europe/Istanbul]'),
      endsAt: Temporal.ZonedDateTime.from('2026-12-14T02:00[Europe/Istanbul]'),
    }),
  ])
  expect([flight?.start.instant, flight?.end.instant]).toEqual([
    '2026-12-10T05:30:00.000Z',
    '2026-12-10T09:25:00.000Z',
  ])
  expect(coach?.end).toEqual({ local: '2026-12-14T02:00:00', instant: '2026-12-13T23:00:00.000Z' })
})

test('what is cancelled is there as cancelled, and a moment ends when it begins', () => {
  const [read] = parsed([event({ isCancelled: true, endsAt: null })])
  expect(read?.status).toBe('CANCELLED')
  expect(read?.end).toEqual(read?.start)
})
