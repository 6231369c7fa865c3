import { atDays, daysAt, dayOf, daysOf, momentText, partOfDay, wallClock } from '../dates.ts'
import { isNodes, numberOf, textOf, type Moment, type Value } from '../values.ts'
import { zoneOf, type Implementation, type View } from '../world.ts'
import { formatMoment } from './format-date.ts'

const clockOf = ({ world, isOnce }: View): Temporal.ZonedDateTime => (isOnce ? world.startedAt : world.now)

function asDay(at: Temporal.PlainDateTime): Moment {
  const text = at.toPlainDate().toString()
  return { kind: 'moment', days: dayOf(text) ?? NaN, text }
}

/** What a text or a number of days says; undefined when it is no date. */
function momentIn(value: Value | undefined, zone: string): Temporal.PlainDateTime | undefined {
  if (value === undefined || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return atDays(value)
  const text = isNodes(value) ? textOf(value) : typeof value === 'string' ? value : value.text
  return wallClock(text, zone) ?? atDays(numberOf(text, zone))
}

const first = (
  values: Parameters<Implementation>[0],
  view: View,
  evaluate: Parameters<Implementation>[2],
): Value | undefined => values[0] && evaluate(values[0], view)

/** A date without a time of day; `''` of what is no date. */
const date: Implementation = (values, view, evaluate) => {
  const at = momentIn(first(values, view, evaluate), zoneOf(view))
  return at ? asDay(at) : ''
}

const dateTime: Implementation = (values, view, evaluate) => {
  const at = momentIn(first(values, view, evaluate), zoneOf(view))
  return at ? { kind: 'moment', days: daysAt(at), text: momentText(at.toZonedDateTime(zoneOf(view))) } : ''
}

const format: Implementation = (values, view, evaluate) => {
  const at = momentIn(first(values, view, evaluate), zoneOf(view))
  const pattern = values[1] ? textOf(evaluate(values[1], view)) : ''
  return at ? formatMoment(at, pattern, view.world.languageTag) : ''
}

export const dates = {
  today: (_values, view) => asDay(clockOf(view).toPlainDateTime()),
  now: (_values, view) => {
    const at = clockOf(view)
    return { kind: 'moment', days: daysAt(at.toPlainDateTime()), text: momentText(at) }
  },
  date,
  'date-time': dateTime,
  'format-date': format,
  'format-date-time': format,
  'decimal-date-time': (values, view, evaluate) => {
    const value = first(values, view, evaluate)
    if (value === undefined || typeof value === 'boolean') return NaN
    return typeof value === 'number' ? value : daysOf(textOf(value), zoneOf(view))
  },
  'decimal-time': (values, view, evaluate) => partOfDay(textOf(first(values, view, evaluate) ?? '')),
} satisfies Record<string, Implementation>
