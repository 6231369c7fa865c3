import { afterEach, expect, test } from 'vitest'
import { asRead } from '../support/as-read.ts'
import {
  asked,
  departing,
  heardLine,
  inOrder,
  languages,
  running,
  saidLine,
  saidTo,
  utcOf,
  written,
  type Trip,
} from '../support/departing.ts'
import type { Person } from '../support/person.ts'
import { traveller } from '../support/programme.ts'
import { joinsAt, saidToCoordinators, saidToLateJoiner } from '../support/said-in-barcelona.ts'
import { wholeMessages } from '../support/words-in-barcelona.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

/** What says it in a vehicle, and on foot. */
const isThere = /Bindim|Buradayım/

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

test.each(Object.entries(trips))(
  '%s: every message to everybody, in four languages',
  async (_, trip) => {
    const departed = await departing(trip)
    const { id, on, people, heard } = departed
    world = departed.world
    const joining = on(joinsAt.day, joinsAt.hour, 'CET')
    let late: Person | undefined
    const steps = [
      ...asked.map(({ day, hour, zone }) => ({
        at: on(day, hour, zone).add({ minutes: 1 }),
        act: () => people.Ayşe.taps(people.Ayşe.buttons.findLast((label) => isThere.test(label)) ?? '✅'),
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
        inOrder(name === 'Nora' ? [...lines, ...lateLines.filter((line) => line > afterJoining)] : lines),
      ]
    })
    const all = late ? { ...people, Nora: late } : people
    const actual = Object.entries(all).map(([name, one]) => [
      name,
      // What the late one is answered to /start is no story of the programme.
      inOrder(
        heard
          .by(one)
          .slice(name === 'Nora' ? 1 : 0)
          .map(heardLine),
      ),
    ])
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected))
    // They name their day.
    if (trip.firstDay !== '2019-12-10') return
    for (const [name, words] of Object.entries(wholeMessages))
      for (const one of ['Ayşe', 'Emma', 'Jordi', 'Anne'] as const)
        expect
          .soft(
            heard.by(people[one]).map(({ text }) => asRead(text)),
            name,
          )
          .toContain(words[languages[one] ?? 'en'])
  },
  240_000,
)
