import type { CellValue } from '../../shared/spreadsheet.ts'
import type { NumberMeaning } from './number-formats.ts'

const secondsPerDay = 86_400
/** 31 December 9999, the last day a spreadsheet knows. */
const lastDay = 2_958_465

/** A number that its format shows as a moment becomes that moment: day and, unless it is a bare day, time to the second. */
export function momentOfSerial(serial: number, meaning: NumberMeaning, countsFrom1904: boolean): CellValue {
  if (meaning === 'number' || serial < 0 || serial > lastDay) return serial
  const seconds = Math.round(serial * secondsPerDay)
  const days = Math.floor(seconds / secondsPerDay)
  const rest = seconds % secondsPerDay
  const hasDate = days >= 1
  return {
    ...(hasDate ? { date: dateOfDay(days, countsFrom1904) } : {}),
    ...(rest !== 0 || meaning !== 'date' || !hasDate ? { time: timeOfDay(rest) } : {}),
  }
}

/** Excel believes that 1900 was a leap year, so days before March 1900 are counted from one day later. */
function dateOfDay(days: number, countsFrom1904: boolean): string {
  const zero = countsFrom1904 ? '1904-01-01' : days < 60 ? '1899-12-31' : '1899-12-30'
  return Temporal.PlainDate.from(zero).add({ days }).toString()
}

function timeOfDay(seconds: number): string {
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
}

/** Cells of type `d` carry the moment in ISO 8601. */
export function momentOfIsoText(text: string): CellValue {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2}(?::\d{2})?)?(?:\.\d+)?Z?$/.exec(text) ?? []
  if (!date && !time) return text
  return { ...(date ? { date } : {}), ...(time ? { time: time.length === 5 ? `${time}:00` : time } : {}) }
}
