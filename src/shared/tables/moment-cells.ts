import type { CellValue } from '../spreadsheet.ts'
import type { Column, Reading } from './columns.ts'
import { readDateText } from './date-text.ts'

/** A day, an hour or both, as written in the file: `2026-12-10`, `09:30`; the offset only where she gave one. */
export interface LocalMoment {
  readonly date?: string
  readonly time?: string
  readonly offset?: string
}

/** A day without an hour, as `2026-12-10`. */
export const day: Column<string> = {
  width: 13,
  read(value) {
    const reading = readMoment(value)
    if ('code' in reading) return reading.code === 'E_TIME' ? { code: 'E_DATE' } : reading
    const { date, time } = reading.value
    if (!date) return { code: 'E_DATE' }
    return time && time !== '00:00' ? { code: 'E_DATE_HAS_TIME' } : { value: date }
  },
}

/** A day with its hour. */
export const dayAndTime: Column<Required<Pick<LocalMoment, 'date' | 'time'>> & LocalMoment> = {
  width: 18,
  read(value) {
    const reading = readMoment(value)
    if ('code' in reading)
      return reading.code === 'E_DATE' || reading.code === 'E_TIME' ? { code: 'E_DATE_TIME' } : reading
    const { date, time } = reading.value
    if (!date) return { code: 'E_DATE_TIME' }
    return time ? { value: { ...reading.value, date, time } } : { code: 'E_TIME_MISSING' }
  },
}

/** A day, an hour, or both. */
export const moment: Column<LocalMoment> = { width: 18, read: (value) => readMoment(value) }

/** A day, or a day with its hour. */
export const dayMaybeTime: Column<LocalMoment> = {
  width: 18,
  read(value) {
    const reading = readMoment(value)
    return 'code' in reading || reading.value.date ? reading : { code: 'E_DATE' }
  },
}

function readMoment(value: CellValue): Reading<LocalMoment> {
  if (typeof value === 'object') {
    const { date, time } = value
    return { value: { ...(date ? { date } : {}), ...(time ? { time: time.slice(0, 5) } : {}) } }
  }
  if (typeof value === 'number') return { code: 'E_DATE_SERIAL' }
  return readMomentText(String(value).trim())
}

const clock = String.raw`(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})(?::\d{2})?|h|(?=\s*[ap]\.?m))`
const half = String.raw`(?:\s*(?<half>[ap])\.?m\.?)?`
const withClock = new RegExp(
  String.raw`^(?:(?<date>.*?\d{4}.*?|\d.*?\d)(?:T|,?\s+))?${clock}${half}\s*(?<offset>Z|[+-]\d{2}:\d{2})?$`,
  'i',
)

function readMomentText(text: string): Reading<LocalMoment> {
  const { date, hour, minute = '00', half, offset } = withClock.exec(text)?.groups ?? {}
  if (hour === undefined) return readDayOnly(text)
  const time = timeOf(Number(hour), Number(minute), half?.toLowerCase())
  if (!time) return { code: 'E_TIME' }
  const given = { time, ...(offset ? { offset: offset.replace(/^z$/i, '+00:00') } : {}) }
  if (!date) return { value: given }
  const reading = readDateText(date)
  return 'code' in reading ? reading : { value: { date: reading.value, ...given } }
}

function readDayOnly(text: string): Reading<LocalMoment> {
  const reading = readDateText(text)
  if ('code' in reading) return reading.code === 'E_DATE' && text.length <= 6 ? { code: 'E_TIME' } : reading
  return { value: { date: reading.value } }
}

function timeOf(hour: number, minute: number, half: string | undefined): string | undefined {
  if (half && (hour < 1 || hour > 12)) return undefined
  const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour
  if (hours > 23 || minute > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
