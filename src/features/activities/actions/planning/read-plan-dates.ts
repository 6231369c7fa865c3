import { readDate } from '../../../../shared/typed-date.ts'
import { endsBeforeItBegins, readHours } from '../../../../shared/typed-hours.ts'
import { readMoment } from '../../../../shared/typed-moment.ts'
import { activityErrors } from '../../domain/errors.ts'
import { writeHours } from '../../domain/hours.ts'
import { deadlineRefusal, proposedDeadlines, usualClosingTime } from '../../domain/planning/deadlines.ts'
import { planningErrors } from '../../domain/planning/errors.ts'
import type { PlanAnswers } from '../../domain/planning/plan.ts'
import { textOf, type PlanRaw, type PlanReading } from './plan-reading.ts'

/** The first day: tomorrow or later. An activity of one day stays one when it moves. */
export function readStart(raw: PlanRaw, context: PlanReading): PlanAnswers {
  const { plan, now, timeZone } = context
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const days = daysOf(raw, context)
  const coming = days.filter((day) => day > today)
  if (days.length > 0 && coming.length === 0) throw planningErrors.datePast()
  const isOneDay = plan.endsOn !== undefined && plan.endsOn === plan.startsOn
  return oneOf(coming, planningErrors.dateUnreadable, (startsOn) => ({
    startsOn,
    ...(isOneDay ? { endsOn: startsOn } : {}),
  }))
}

/** The last day: the first one, or later. */
export function readEnd(raw: PlanRaw, context: PlanReading): PlanAnswers {
  const { startsOn = '' } = context.plan
  if (raw.kind === 'choice' && raw.value === 'oneDay') return { endsOn: startsOn }
  const days = daysOf(raw, context)
  const fitting = days.filter((day) => day >= startsOn)
  if (days.length > 0 && fitting.length === 0) throw planningErrors.endBeforeStart()
  return oneOf(fitting, planningErrors.dateUnreadable, (endsOn) => ({ endsOn }))
}

/** The hours of each day; a skip says none. */
export function readDayHours(raw: PlanRaw, { plan }: PlanReading): PlanAnswers {
  if (raw.kind === 'skip') return { hours: null }
  if (raw.kind === 'choice') return { hours: tappedReading(raw.value, plan) }
  const refusal = endsBeforeItBegins(raw.text)
    ? planningErrors.hoursBackwards
    : planningErrors.hoursUnreadable
  return oneOf(readHours(raw.text).map(writeHours), refusal, (hours) => ({ hours }))
}

/** The days that an answer can mean: a tapped reading, or what was typed. */
function daysOf(raw: PlanRaw, { plan, language, now, timeZone }: PlanReading): string[] {
  if (raw.kind === 'choice') return [tappedReading(raw.value, plan)]
  const reading = readDate(textOf(raw), language, now.toZonedDateTimeISO(timeZone).toPlainDate())
  if (reading.kind === 'unreadable') return []
  return (reading.kind === 'date' ? [reading.date] : reading.readings).map(String)
}

/** Until when people can apply: in the future, and before the first day. */
export function readDeadline(raw: PlanRaw, context: PlanReading): PlanAnswers {
  const { plan, now, timeZone } = context
  const moments = deadlinesOf(raw, context)
  const refusals = moments.map((moment) =>
    deadlineRefusal(Temporal.Instant.from(moment), { startsOn: plan.startsOn ?? '', timeZone, now }),
  )
  const fitting = moments.filter((_, at) => refusals[at] === undefined)
  if (fitting.length === 0 && refusals.includes('afterStart')) throw planningErrors.deadlineAfterStart()
  if (fitting.length === 0 && refusals.includes('past')) throw planningErrors.deadlinePast()
  return oneOf(fitting, planningErrors.deadlineUnreadable, (closesAt) => ({ closesAt }))
}

function deadlinesOf(raw: PlanRaw, { plan, language, now, homeTimeZone }: PlanReading): string[] {
  if (raw.kind === 'choice') {
    const proposed = proposedDeadlines(plan.startsOn ?? '', homeTimeZone, now)
    const found = proposed.find(({ name }) => name === raw.value)
    return [found ? found.at.toInstant().toString() : tappedReading(raw.value, plan)]
  }
  const context = {
    language,
    now: now.toZonedDateTimeISO(homeTimeZone).toPlainDateTime(),
    usualTime: usualClosingTime,
  }
  return readMoment(textOf(raw), context).map((moment) =>
    moment.toZonedDateTime(homeTimeZone).toInstant().toString(),
  )
}

/** The buttons of two readings carry their place in the row: `r0`, `r1`. */
function tappedReading(value: string, { readings = [] }: PlanAnswers): string {
  const reading = /^r\d$/.test(value) ? readings[Number(value.slice(1))] : undefined
  if (reading === undefined) throw activityErrors.answered()
  return reading
}

/** One reading is the answer, several are asked about, none is a refusal. */
function oneOf(
  readings: readonly string[],
  refusal: () => Error,
  answer: (reading: string) => PlanAnswers,
): PlanAnswers {
  const [only] = readings
  if (only === undefined) throw refusal()
  return readings.length === 1 ? answer(only) : { readings: readings.slice(0, 4) }
}
