import { formatDay, formatShortDay } from '../../src/platform/texts/dates.ts'
import type { Language } from '../../src/shared/localized-text.ts'
import { delegation } from './delegation.ts'
import { listening, type Heard } from './listening.ts'
import { publishBarcelona, traveller } from './programme.ts'
import { said, type ClockOf, type Said } from './said-in-barcelona.ts'
import { openWorld } from './world.ts'

/** Hours that a clock is ahead of UTC on a day of the trip: worked out by hand, not asked of any time zone. */
type Ahead = (zone: ClockOf, day: number) => number

/** The four days, some other year. */
export interface Trip {
  firstDay: string
  ahead: Ahead
}

/** "2019-12-09 12:30Z 🔔 📋 16:00 · …": when in UTC, whether it rings, and what a locked phone shows. */
export const written = (at: string, rings: boolean, line: string) => `${at}Z ${rings ? '🔔' : '🔕'} ${line}`

export const utcOf = (moment: { toString(): string }): string =>
  moment.toString().slice(0, 16).replace('T', ' ')

/** The same for what a phone got. */
export const heardLine = ({ at, rings, text }: Heard): string =>
  written(utcOf(at), rings, text.split('\n')[0] ?? '')

/** The same for what should be said, by whose clock it is meant. */
export function saidLine(one: Said, { firstDay, ahead }: Trip, language: Language): string {
  const first = Temporal.PlainDate.from(firstDay)
  const local = first.add({ days: one.day }).toPlainDateTime(Temporal.PlainTime.from(one.hour))
  const utc = local.subtract({ hours: ahead(one.zone, one.day) })
  const named = first.add({ days: one.names ?? 0 })
  const line = one.line[language]
    .replace('{day}', formatShortDay(named, language))
    .replace('{long}', formatDay(named, language))
  return written(utcOf(utc), one.rings, line)
}

export const inOrder = (lines: readonly string[]) => lines.toSorted((one, other) => (one < other ? -1 : 1))

/** The roll-calls that have just been opened. */
export const asked = said.filter(
  (one, at) => said[at + 1]?.unlessOnBoard === true && one.line.en.startsWith('🙋'),
)

/** What people who take part are to hear; Ayşe says at once that she is on board, Can flies on his own. */
export const saidTo = (name: string, { isNeverOnBoard = false } = {}): Said[] =>
  said
    .filter(({ to }) => to?.includes(name) ?? true)
    .filter(({ withGroup, unlessOnBoard }) =>
      name === 'Can' ? withGroup !== true : !(unlessOnBoard === true && name === 'Ayşe' && !isNeverOnBoard),
    )

/** The trip in a world of its own: who goes, and who runs it. */
export async function departing({ firstDay }: Trip) {
  const first = Temporal.PlainDate.from(firstDay)
  const on = (day: number, hour: string, zone: ClockOf) =>
    first
      .add({ days: day })
      .toZonedDateTime({ timeZone: zone === 'TRT' ? 'Europe/Istanbul' : 'Europe/Madrid', plainTime: hour })
  const world = await openWorld({ now: on(-8, '12:00', 'TRT').toString() })
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
  return { world, id, on, people, heard: listening(world) }
}

/** In whose words each of them is written to. */
export const languages: Readonly<Record<string, Language>> = {
  ...{ Ayşe: 'tr', Emma: 'en', Jordi: 'es', Anne: 'fr', Can: 'tr' },
  ...{ Selin: 'en', Zeynep: 'tr', Nora: 'es' },
}
/** Those who run the trip. */
export const running = ['Selin', 'Zeynep']
