import { draftedFacts, type ItemAnswers } from '../../domain/drafts/item-draft.ts'
import { longestDelay } from '../../domain/late.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'
import type { ItemRaw, ItemReading } from './item-reading.ts'
import { textOf } from './item-reading.ts'
import { readWhen } from './read-when.ts'

/** An item may lie so many days outside its activity; as in the workbook. */
const daysOutside = 3

/** When it begins; what has an end keeps its length. */
export function readStart(raw: ItemRaw, context: ItemReading): ItemAnswers {
  const { activity, answers } = context
  const facts = draftedFacts(context.item, answers, activity)
  const zone = facts?.startZone ?? answers.start?.zone ?? activity.timeZone
  const local = facts?.startsAt.toZonedDateTimeISO(zone)
  const example = `${numeric(activity.startsOn)} 09:30`
  const moments = momentsOf(raw, context, {
    zone,
    day: local?.toPlainDate() ?? null,
    time: local?.toPlainTime() ?? null,
    example,
  })
  const fitting = moments.filter((moment) => !isOutside(moment, zone, context))
  if (fitting.length === 0 && moments[0]) throw outside(moments[0], zone, context)
  return oneOf(fitting, (startsAt) => ({
    startsAt: startsAt.toString(),
    ...(facts?.endsAt ? { endsAt: startsAt.add(facts.startsAt.until(facts.endsAt)).toString() } : {}),
  }))
}

/** When it ends: an hour of the same day, a day with its hour, or a length at a tap. */
export function readEnd(raw: ItemRaw, context: ItemReading): ItemAnswers {
  if (raw.kind === 'skip') return { endsAt: null }
  const facts = draftedFacts(context.item, context.answers, context.activity)
  if (!facts) throw programmeErrors.answered()
  const { startsAt, endZone: zone } = facts
  if (raw.kind === 'choice' && /^m\d{1,4}$/.test(raw.value))
    return { endsAt: startsAt.add({ minutes: Number(raw.value.slice(1)) }).toString() }
  const start = startsAt.toZonedDateTimeISO(zone)
  const hour = start.add({ hours: 1 }).toPlainTime().toString({ smallestUnit: 'minute' })
  const example = `${hour}, ${numeric(start.toPlainDate().add({ days: 1 }))} 02:00`
  const moments = momentsOf(raw, context, { zone, day: start.toPlainDate(), time: null, example })
  const fitting = moments.filter((moment) => Temporal.Instant.compare(moment, startsAt) > 0)
  const clock = (moment: Temporal.Instant) =>
    moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  if (fitting.length === 0 && moments[0])
    throw programmeErrors.endBeforeStart({ end: clock(moments[0]), start: clock(startsAt), example })
  const inside = fitting.filter((moment) => !isOutside(moment, zone, context))
  if (inside.length === 0 && fitting[0]) throw outside(fitting[0], zone, context)
  return oneOf(inside, (endsAt) => ({ endsAt: endsAt.toString() }))
}

/** How many minutes something is late. */
export function readMinutes(raw: ItemRaw): ItemAnswers {
  const minutes = Number(/^\+?\s*(\d{1,3})(?!\d|\s*[.:]\d)/.exec(textOf(raw).trim())?.[1])
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > longestDelay)
    throw programmeErrors.minutesUnreadable()
  return { minutes }
}

function momentsOf(
  raw: ItemRaw,
  { answers, language, now }: ItemReading,
  by: { zone: string; day: Temporal.PlainDate | null; time: Temporal.PlainTime | null; example: string },
): Temporal.Instant[] {
  const text = textOf(raw)
  if (raw.kind === 'choice') {
    const reading = /^r\d$/.test(text) ? answers.readings?.[Number(text.slice(1))] : undefined
    if (reading === undefined) throw programmeErrors.answered()
    return [Temporal.Instant.from(reading)]
  }
  return readWhen(text, { language, now, ...by })
}

function isOutside(moment: Temporal.Instant, zone: string, { activity }: ItemReading): boolean {
  const day = moment.toZonedDateTimeISO(zone).toPlainDate()
  return (
    Temporal.PlainDate.compare(day, activity.startsOn.subtract({ days: daysOutside })) < 0 ||
    Temporal.PlainDate.compare(day, activity.endsOn.add({ days: daysOutside })) > 0
  )
}

const outside = (moment: Temporal.Instant, zone: string, { activity }: ItemReading): Error =>
  programmeErrors.outside({
    day: numeric(moment.toZonedDateTimeISO(zone).toPlainDate()),
    first: numeric(activity.startsOn),
    last: numeric(activity.endsOn),
  })

/** "10.12.2026", as it can be typed in all four languages. */
const numeric = ({ day, month, year }: Temporal.PlainDate): string => `${day}.${month}.${year}`

/** One reading is the answer, several are asked about. */
function oneOf(
  readings: readonly Temporal.Instant[],
  answer: (reading: Temporal.Instant) => ItemAnswers,
): ItemAnswers {
  const [only] = readings
  if (only === undefined) throw programmeErrors.answered()
  return readings.length === 1 ? answer(only) : { readings: readings.slice(0, 4).map(String) }
}
