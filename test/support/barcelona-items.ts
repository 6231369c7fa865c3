import type { ItemFacts, ProgrammeItem } from '../../src/features/itinerary/domain/item.ts'
import { barcelonaProgramme, type ProgrammeRow } from '../../src/sandbox/seed/barcelona-programme.ts'
import type { LocalizedText } from '../../src/shared/localized-text.ts'

const zones = { IST: 'Europe/Istanbul', ESK: 'Europe/Istanbul', BCN: 'Europe/Madrid' } as const
const cities: Record<keyof typeof zones, LocalizedText> = {
  IST: { tr: 'İstanbul', en: 'Istanbul', es: 'Estambul', fr: 'Istanbul' },
  ESK: { tr: 'Eskişehir', en: 'Eskişehir', es: 'Eskişehir', fr: 'Eskişehir' },
  BCN: { tr: 'Barselona', en: 'Barcelona', es: 'Barcelona', fr: 'Barcelone' },
}

/** The facts of a row of the example programme, for a trip that begins on `firstDay`. */
function factsOfRow(row: ProgrammeRow, firstDay: Temporal.PlainDate): ItemFacts & { key: string } {
  const { id, kind, day, start, end, endDay, from = 'BCN', to = from } = row
  const moment = (days: number, time: string, at: keyof typeof zones) =>
    firstDay.add({ days }).toZonedDateTime({ timeZone: zones[at], plainTime: time }).toInstant()
  const text = (name: string) => (typeof row[name] === 'object' ? row[name] : {})
  const plain = (name: string) => (typeof row[name] === 'string' ? row[name] : null)
  const [latitude, longitude] = (plain('map') ?? '').split(',').map(Number)
  return {
    ...{ key: id, kind, title: row.title, startZone: zones[from], endZone: zones[to] },
    startsAt: moment(day, start, from),
    endsAt: end === undefined ? null : moment(endDay ?? day, end, to),
    ...{ startCity: cities[from], endCity: cities[to], place: text('place'), address: plain('address') },
    map: latitude && longitude ? { latitude, longitude } : null,
    audience: audienceOf(plain('audience')),
    isMandatory: ['travel', 'visit', 'b2b', 'briefing'].includes(kind),
    ...{ status: 'planned', transport: plain('transport'), terminal: plain('terminal'), host: plain('host') },
    ...{ contactName: null, contactPhone: null, responsible: null, interpreter: null },
    ...{ dress: text('dress'), bring: text('bring'), notes: text('notes') },
    ...{ onlineUrl: null, remindMinutesBefore: row['remind'] === 'none' ? [] : null },
  }
}

const audienceOf = (written: string | null): ItemFacts['audience'] =>
  written === null || written === 'all'
    ? { kind: 'all' }
    : { kind: 'some', groups: written.split(', '), applications: [] }

/** The example programme as items, in their order; `changes` to some of them, by key. */
export function barcelonaItems(
  firstDay: string,
  changes: Readonly<Record<string, Partial<ProgrammeItem>>> = {},
): ProgrammeItem[] {
  const first = Temporal.PlainDate.from(firstDay)
  return barcelonaProgramme.map((row, at) => {
    const { key, ...facts } = factsOfRow(row, first)
    return {
      ...{
        id: at + 1,
        activityId: 1,
        key,
        revision: 1,
        cancelledAt: null,
        statusBefore: null,
        removedAt: null,
      },
      changedAt: Temporal.Instant.fromEpochMilliseconds(0),
      ...facts,
      ...changes[key],
    }
  })
}
