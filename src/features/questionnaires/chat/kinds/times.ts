import { staleButton } from '../../../../bot/callback-data.ts'
import { inRows } from '../../../../bot/drafts/question-view.ts'
import { formatClock, formatDay } from '../../../../platform/texts/dates.ts'
import { readMoment } from '../../../../shared/typed-moment.ts'
import { readTime } from '../../../../shared/typed-time.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import { dates, typedDay } from './dates.ts'
import { carriedValue, valueKey, type Key, type QuestionKind, type Said, type Scene } from './kind.ts'

/** A time of day: a full hour by its button, any other typed. */
export const times: QuestionKind = {
  prompt: ({ words, look }) =>
    look.readings?.length
      ? { rows: [look.readings], how: words('questionnaires:ask.whichTime') }
      : { rows: hours(), how: words('questionnaires:ask.time') },
  tap(tapped) {
    return { kind: 'value', value: timeIn(tapped).toString({ smallestUnit: 'second' }), isTyped: true }
  },
  read(text) {
    const reading = readTime(text)
    if (reading.kind === 'unreadable') throw questionnaireErrors.noTime()
    if (reading.kind === 'time')
      return { kind: 'value', value: reading.time.toString({ smallestUnit: 'second' }), isTyped: true }
    return { kind: 'look', look: { readings: reading.readings.map(timeKey) } }
  },
  show: (value) => value.slice(0, 5),
}

/** A day and then its hour, or both typed at once. */
export const moments: QuestionKind = {
  prompt(scene) {
    const { words, pending, look } = scene
    if (look.readings?.length)
      return { rows: look.readings.map((reading) => [reading]), how: words('questionnaires:ask.whichDate') }
    if (!pending) return { ...dates.prompt(scene), how: words('questionnaires:ask.moment') }
    const day = Temporal.PlainDate.from(pending)
    return {
      rows: hours(),
      lines: [formatDay(day, words.language)],
      how: words('questionnaires:ask.time'),
      marksPresent: true,
    }
  },
  tap(tapped, scene) {
    const carried = carriedValue(tapped)
    if (carried && /^\d{4}-\d{2}-\d{2}T/.test(carried))
      return moment(Temporal.PlainDateTime.from(carried), scene)
    if (scene.pending && carried && !carried.includes('-'))
      return moment(Temporal.PlainDate.from(scene.pending).toPlainDateTime(timeIn(tapped)), scene)
    const said = dates.tap(tapped, scene)
    return said.kind === 'value' ? { kind: 'pending', value: said.value } : said
  },
  read(text, scene) {
    const { words, now, pending } = scene
    const time = pending ? readTime(text) : undefined
    if (pending && time?.kind === 'time')
      return moment(Temporal.PlainDate.from(pending).toPlainDateTime(time.time), scene)
    if (pending && time?.kind === 'ambiguous')
      return { kind: 'look', look: { readings: time.readings.map(timeKey) } }
    const usualTime = Temporal.PlainTime.from('00:00')
    const readings = readMoment(text, { language: words.language, now: now.toPlainDateTime(), usualTime })
    const withTime = readings.filter((reading) => !reading.toPlainTime().equals(usualTime))
    const [only] = withTime
    if (only && withTime.length === 1) return moment(only, scene)
    if (withTime.length > 1)
      return {
        kind: 'look',
        look: { readings: withTime.slice(0, 4).map((reading) => momentKey(reading, scene)) },
      }
    const day = typedDay(text, scene)
    return day.kind === 'value' ? { kind: 'pending', value: day.value } : day
  },
  show(value, { words }) {
    const local = Temporal.PlainDateTime.from(value.slice(0, 19))
    return `${formatDay(local.toPlainDate(), words.language)} ${formatClock(local)}`
  },
}

const hours = (): Key[][] =>
  inRows(
    Array.from({ length: 15 }, (_, at) => timeKey(Temporal.PlainTime.from({ hour: at + 7 }))),
    5,
  )

/** `v1630`: a colon would part what a button carries. */
const timeKey = (time: Temporal.PlainTime): Key =>
  valueKey(formatClock(time), formatClock(time).replace(':', ''))

const momentKey = (reading: Temporal.PlainDateTime, { words }: Scene): Key =>
  valueKey(
    `${formatDay(reading.toPlainDate(), words.language)} ${formatClock(reading)}`,
    `${reading.toPlainDate().toString()}T${formatClock(reading).replace(':', '')}`,
  )

function timeIn(tapped: string): Temporal.PlainTime {
  const [, hour, minute] = /^v([01]\d|2[0-3])([0-5]\d)$/.exec(tapped) ?? []
  if (hour === undefined) throw staleButton()
  return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
}

/** With the offset of the zone in which it is said. */
const moment = (local: Temporal.PlainDateTime, { now }: Scene): Said => ({
  kind: 'value',
  value: local.toZonedDateTime(now.timeZoneId).toString({ timeZoneName: 'never', fractionalSecondDigits: 3 }),
  isTyped: true,
})
