import { afterEach, expect, test } from 'vitest'
import { formatDay, formatShortDay } from '../../src/platform/texts/dates.ts'
import type { Language } from '../../src/shared/localized-text.ts'
import { delegation } from '../support/delegation.ts'
import { listening, type Heard } from '../support/listening.ts'
import type { Person } from '../support/person.ts'
import { publishBarcelona, traveller } from '../support/programme.ts'
import {
  joinsAt,
  said,
  saidToCoordinators,
  saidToLateJoiner,
  type ClockOf,
  type Said,
} from '../support/said-in-barcelona.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

/** Hours that a clock is ahead of UTC on a day of the trip: worked out by hand, not asked of any time zone. */
type Ahead = (zone: ClockOf, day: number) => number

interface Trip {
  firstDay: string
  ahead: Ahead
}

/** Türkiye has no summer time; Spain changes in the night to the last Sunday of March and of October. */
const trips: Record<string, Trip> = {
  'December 2019, as it was': { firstDay: '2019-12-10', ahead: (zone) => (zone === 'TRT' ? 3 : 1) },
  'March: Spain goes forward on the third day': {
    firstDay: '2020-03-27',
    ahead: (zone, day) => (zone === 'TRT' ? 3 : day < 2 ? 1 : 2),
  },
  'October: Spain goes back on the third day': {
    firstDay: '2020-10-23',
    ahead: (zone, day) => (zone === 'TRT' ? 3 : day < 2 ? 2 : 1),
  },
}

/** "2019-12-09 12:30Z 🔔 📋 16:00 · …": when in UTC, whether it rings, and what a locked phone shows. */
const written = (at: string, rings: boolean, line: string) => `${at}Z ${rings ? '🔔' : '🔕'} ${line}`

const utcOf = (moment: { toString(): string }): string => moment.toString().slice(0, 16).replace('T', ' ')

const heardLine = ({ at, rings, text }: Heard): string => written(utcOf(at), rings, text.split('\n')[0] ?? '')

function saidLine(one: Said, { firstDay, ahead }: Trip, language: Language): string {
  const first = Temporal.PlainDate.from(firstDay)
  const local = first.add({ days: one.day }).toPlainDateTime(Temporal.PlainTime.from(one.hour))
  const utc = local.subtract({ hours: ahead(one.zone, one.day) })
  const named = first.add({ days: one.names ?? 0 })
  const line = one.line[language]
    .replace('{day}', formatShortDay(named, language))
    .replace('{long}', formatDay(named, language))
  return written(utcOf(utc), one.rings, line)
}

const ordered = (lines: readonly string[]) => lines.toSorted((one, other) => (one < other ? -1 : 1))

/** The roll-calls that have just been opened. */
const asked = said.filter((one, at) => said[at + 1]?.unlessOnBoard === true && one.line.en.startsWith('🙋'))

/** What people who take part are to hear; Ayşe says at once that she is on board, Can flies on his own. */
const saidTo = (name: string): Said[] =>
  said
    .filter(({ to }) => to?.includes(name) ?? true)
    .filter(({ withGroup, unlessOnBoard }) =>
      name === 'Can' ? withGroup !== true : !(unlessOnBoard === true && name === 'Ayşe'),
    )

/** The trip in a world of its own: who goes, and who runs it. */
async function departing({ firstDay }: Trip) {
  const first = Temporal.PlainDate.from(firstDay)
  const on = (day: number, hour: string, zone: ClockOf) =>
    first
      .add({ days: day })
      .toZonedDateTime({ timeZone: zone === 'TRT' ? 'Europe/Istanbul' : 'Europe/Madrid', plainTime: hour })
  world = await openWorld({ now: on(-8, '12:00', 'TRT').toString() })
  const { id } = await delegation(world, { startsOn: first, endsOn: first.add({ days: 3 }) })
  const flights = { out: 'PC 1201 06:30-08:35', back: 'VY 7842 16:00-21:30' }
  const people = {
    Ayşe: await traveller(world, id, 'Ayşe Yılmaz', { language: 'tr', groups: ['A'], bus: '1' }),
    Emma: await traveller(world, id, 'Emma Reed', { language: 'en', groups: ['A'], bus: '2' }),
    Jordi: await traveller(world, id, 'Jordi Vila', { language: 'es', groups: ['B'], bus: '2' }),
    Anne: await traveller(world, id, 'Anne Roux', { language: 'fr', groups: ['A', 'Steering'], bus: '1' }),
    Can: await traveller(world, id, 'Can Demir', { language: 'tr', groups: ['A'], flights }),
    Selin: await world.coordinator('Selin Kaya', 'en'),
    Zeynep: await world.coordinator('Zeynep Ak', 'tr'),
  }
  await publishBarcelona(world, id, firstDay)
  return { id, on, people, heard: listening(world) }
}

const languages: Readonly<Record<string, Language>> = {
  ...{ Ayşe: 'tr', Emma: 'en', Jordi: 'es', Anne: 'fr', Can: 'tr' },
  ...{ Selin: 'en', Zeynep: 'tr', Nora: 'es' },
}
const running = ['Selin', 'Zeynep']

test.each(Object.entries(trips))(
  '%s: every message to everybody, in four languages',
  async (_, trip) => {
    const { id, on, people, heard } = await departing(trip)
    const joining = on(joinsAt.day, joinsAt.hour, 'CET')
    let late: Person | undefined
    const steps = [
      ...asked.map(({ day, hour, zone }) => ({
        at: on(day, hour, zone).add({ minutes: 1 }),
        act: () => people.Ayşe.taps('Araçtayım'),
      })),
      {
        at: joining,
        act: async () => {
          late = await traveller(world, id, 'Nora Late', { language: 'es', groups: ['A'] })
          await world.clockShows(joining.toString())
        },
      },
      { at: on(6, '12:00', 'TRT'), act: () => undefined },
    ].sort((one, other) => Temporal.ZonedDateTime.compare(one.at, other.at))
    for (const { at, act } of steps) {
      await world.clockShows(at.toString())
      await act()
    }

    const afterJoining = written(utcOf(joining.toInstant()), true, '~')
    const lateLines = saidTo('Nora').map((one) => saidLine(one, trip, 'es'))
    const expected = Object.entries(languages).map(([name, language]) => {
      const theirs = running.includes(name)
        ? saidToCoordinators
        : name === 'Nora'
          ? saidToLateJoiner
          : saidTo(name)
      const lines = theirs.map((one) => saidLine(one, trip, language))
      return [
        name,
        ordered(name === 'Nora' ? [...lines, ...lateLines.filter((line) => line > afterJoining)] : lines),
      ]
    })
    const all = late ? { ...people, Nora: late } : people
    const actual = Object.entries(all).map(([name, one]) => [
      name,
      // What the late one is answered to /start is no story of the programme.
      ordered(
        heard
          .by(one)
          .slice(name === 'Nora' ? 1 : 0)
          .map(heardLine),
      ),
    ])
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected))
  },
  240_000,
)
