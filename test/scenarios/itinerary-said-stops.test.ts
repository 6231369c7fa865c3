import { afterEach, expect, test } from 'vitest'
import {
  departing,
  heardLine,
  inOrder,
  languages,
  running,
  saidLine,
  saidTo,
  utcOf,
  type Trip,
} from '../support/departing.ts'
import type { Line, Said } from '../support/said-in-barcelona.ts'
import { saidToCoordinators } from '../support/said-in-barcelona.ts'
import type { World } from '../support/world.ts'

let world: World
afterEach(() => world.close())

const trip: Trip = { firstDay: '2019-12-10', ahead: (zone) => (zone === 'TRT' ? 3 : 1) }
const line = (tr: string, en: string, es: string, fr: string): Line => ({ tr, en, es, fr })

const paper = line(
  '🖨 Barselona Raylı Sistemler Heyeti',
  '🖨 Barcelona rail delegation',
  '🖨 Misión ferroviaria a Barcelona',
  '🖨 Mission ferroviaire à Barcelone',
)

/** Tomorrow on paper still comes, late and without a sound. */
const thenToCoordinators: Said[] = [
  { day: -1, hour: '22:30', zone: 'TRT', rings: false, line: paper },
  { day: 0, hour: '19:40', zone: 'CET', rings: false, line: paper },
]

/** Six hours each in which nothing runs, and what still matters when it does again: one message, nothing stale. */
const stops: { from: [number, string]; to: [number, string]; zone: 'TRT' | 'CET'; then: Said[] }[] = [
  {
    // The evening before is told late, together with tomorrow, without a sound; the card of tomorrow is put up.
    from: [-1, '16:30'],
    to: [-1, '22:30'],
    zone: 'TRT',
    then: [
      {
        ...{ day: -1, hour: '22:30', zone: 'TRT', rings: false, withGroup: true },
        line: line(
          '🌙 Yarın 01:15 · Eskişehir · Eskişehir Sanayi Odası',
          '🌙 Tomorrow 01:15 · Eskişehir · Eskişehir Chamber of Industry',
          '🌙 Mañana 01:15 · Eskişehir · Cámara de Industria de Eskişehir',
          '🌙 Demain 01:15 · Eskişehir · Chambre d’industrie d’Eskişehir',
        ),
      },
      {
        ...{ day: -1, hour: '22:30', zone: 'TRT', rings: false, to: ['Can'] },
        line: line('🌙 Yarın 06:30 · İstanbul · Kendi uçuşunuz: PC 1201', '', '', ''),
      },
      {
        ...{ day: -1, hour: '22:30', zone: 'TRT', rings: false, names: 0 },
        line: line('🗓 {long}', '🗓 {long}', '🗓 {long}', '🗓 {long}'),
      },
    ],
  },
  // The lunch, the consulate and the briefing are over; the dinner is in a quarter of an hour, and tomorrow still ahead.
  {
    from: [0, '13:40'],
    to: [0, '19:40'],
    zone: 'CET',
    then: [
      {
        ...{ day: 0, hour: '19:40', zone: 'CET', rings: true },
        line: line(
          '🍽 20:00 · Barselona · Hoş geldiniz yemeği',
          '🍽 20:00 · Barcelona · Welcome dinner',
          '🍽 20:00 · Barcelona · Cena de bienvenida',
          '🍽 20:00 · Barcelone · Dîner de bienvenue',
        ),
      },
    ],
  },
  // All of it is over when it runs again: not a word.
  { from: [2, '11:50'], to: [2, '17:40'], zone: 'CET', then: [] },
]

test('three stops of six hours: once what still matters, nothing stale, and everything else as planned', async () => {
  const departed = await departing(trip)
  const { on, people, heard } = departed
  world = departed.world
  for (const { from, to, zone } of stops) {
    await world.clockShows(on(...from, zone).toString())
    await world.stops()
    world.clock.moveTo(on(...to, zone).toInstant())
    await world.starts()
    await world.clockShows(on(...to, zone).toString())
  }
  await world.clockShows(on(6, '12:00', 'TRT').toString())

  const missed = stops.map(({ from, to, zone }) => [
    utcOf(on(...from, zone).toInstant()),
    utcOf(on(...to, zone).toInstant()),
  ])
  const isMissed = (said: string) =>
    missed.some(([from = '', to = '']) => said.slice(0, 16) > from && said.slice(0, 16) <= to)
  for (const [name, one] of Object.entries(people)) {
    const language = languages[name] ?? 'en'
    const isRunning = running.includes(name)
    const planned = (isRunning ? saidToCoordinators : saidTo(name, { isNeverOnBoard: true })).map((each) =>
      saidLine(each, trip, language),
    )
    const then = isRunning
      ? thenToCoordinators.map((each) => saidLine(each, trip, language))
      : stops
          .flatMap((stop) => stop.then)
          .filter(({ to }) => to?.includes(name) ?? true)
          .filter(({ withGroup }) => !(withGroup === true && name === 'Can'))
          .map((each) => saidLine(each, trip, language))
    expect({ [name]: inOrder(heard.by(one).map(heardLine)) }).toEqual({
      [name]: inOrder([...planned.filter((each) => !isMissed(each)), ...then]),
    })
  }
  const late = heard.by(people.Emma).filter(({ text }) => text.includes('could not write to you for a while'))
  expect(late.map(({ text }) => text.split('\n')[0])).toEqual([
    '🌙 Tomorrow 01:15 · Eskişehir · Eskişehir Chamber of Industry',
    '🍽 20:00 · Barcelona · Welcome dinner',
  ])
  expect(late[1]?.text).toContain('🌙 Tomorrow 08:45')
}, 240_000)
