import { draftErrors } from '../../../../shared/own-draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { comingMoments, endOfDay } from '../../domain/composing/typed-moment.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import type { BroadcastChanges, BroadcastRaw, BroadcastReading, Reader } from './reading.ts'

type Field = 'startsAt' | 'usefulUntil' | 'answersUntil'

/**
 * Reads a moment: `none` (now, or without an end), `h3` (in three hours), `day` (the end of it), `morning` (08:00 of the next),
 * `r1` (of several readings the second), or what somebody has typed by the clock of the activity.
 */
export const momentReader =
  (step: string, field: Field): Reader =>
  (raw, reading) => {
    if (raw.kind === 'choice' && raw.value === 'none') return { [field]: null }
    const moments = momentsOf(raw, reading)
    const [first, ...others] = moments
    if (!first) throw composingErrors.momentUnreadable()
    if (others.length === 0) return { [field]: first }
    const readings = moments.slice(0, 4).map(String)
    return { changing: step, notes: { ...reading.draft.notes, readings } } satisfies BroadcastChanges
  }

function momentsOf(raw: BroadcastRaw, reading: BroadcastReading): Temporal.Instant[] {
  if (raw.kind === 'message')
    return comingMoments(plainOf((raw.message.medium ? undefined : raw.message.html) ?? ''), reading)
  if (raw.kind === 'skip') throw draftErrors.chooseOne()
  return [chosenMoment(raw.value, reading)]
}

function chosenMoment(value: string, reading: BroadcastReading): Temporal.Instant {
  const { now, timeZone, draft } = reading
  const hours = /^h(\d{1,2})$/.exec(value)?.[1]
  if (hours) return now.add({ hours: Number(hours) })
  if (value === 'day') return endOfDay(reading)
  if (value === 'morning') return nextMorning(now, timeZone)
  const typed = draft.notes.readings?.[Number(/^r(\d)$/.exec(value)?.[1] ?? -1)]
  if (typed === undefined) throw draftErrors.answered()
  return Temporal.Instant.from(typed)
}

/** 08:00, when the night of quiet is over. */
function nextMorning(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const local = now.toZonedDateTimeISO(timeZone)
  const today = local.withPlainTime('08:00')
  return (Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })).toInstant()
}
