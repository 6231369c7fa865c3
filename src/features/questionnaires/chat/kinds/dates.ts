import { staleButton } from '../../../../bot/callback-data.ts'
import { formatDay } from '../../../../platform/texts/dates.ts'
import { localeOf } from '../../../../platform/texts/numbers.ts'
import { asciiDigits } from '../../../../shared/ascii-digits.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { readDate } from '../../../../shared/typed-date.ts'
import { readMonth, readShortMonth } from '../../../../shared/typed-month.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import { monthKeys, monthsOfYear, nothingToChoose, tappedMonth, yearKeys } from './calendar.ts'
import { carriedValue, valueKey, type Key, type QuestionKind, type Said, type Scene } from './kind.ts'
import { monthToShow } from './month-to-show.ts'

/** A day: by the calendar, or typed in any of the languages' ways. */
export const dates: QuestionKind = {
  prompt(scene) {
    const { words, look, present, question } = scene
    if (look.readings?.length)
      return { rows: look.readings.map((reading) => [reading]), how: words('questionnaires:ask.whichDate') }
    const shown = monthToShow(scene)
    if (question.appearance.includes('year'))
      return { rows: yearKeys(shown.year), how: words('questionnaires:ask.year') }
    if (question.appearance.includes('month-year'))
      return { rows: monthsOfYear(shown.year, words.language), how: words('questionnaires:ask.month') }
    return {
      rows: [...monthKeys(shown, words.language, present.slice(0, 10)), nearDays(scene)],
      how: words('questionnaires:ask.date'),
    }
  },
  tap(tapped) {
    if (tapped === nothingToChoose) throw questionnaireErrors.noDayThere()
    const month = tappedMonth(tapped)
    if (month !== undefined) return { kind: 'look', look: { month } }
    const carried = carriedValue(tapped)
    if (carried === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(carried)) throw staleButton()
    return { kind: 'value', value: carried, isTyped: true }
  },
  read: (text, scene) => typedDay(text, scene),
  show: (value, scene) => shownDay(value, scene),
}

/** Yesterday and today, as far as the question takes them. */
function nearDays({ words, now, session, path, question }: Scene): Key[] {
  const today = now.toPlainDate()
  const keys = [
    valueKey(words.plain('questionnaires:ask.yesterday'), today.subtract({ days: 1 }).toString()),
    valueKey(words.plain('questionnaires:ask.today'), today.toString()),
  ]
  const isTaken = ({ value }: Key) => session.judge(path, carriedValue(value) ?? '') === undefined
  return question.type === 'date' ? keys.filter(isTaken) : keys
}

/** Of a typed day: its value, or the two that it can be; of a month alone, its days, unless the month is asked. */
export function typedDay(text: string, { words, question, now }: Scene): Said {
  const { appearance } = question
  if (appearance.includes('year')) return typedYear(text) ?? anyDay(text, words.language, now, 'noYear')
  const isMonthAsked = appearance.includes('month-year')
  const month = readMonth(text) ?? (isMonthAsked ? readShortMonth(text) : undefined)
  if (!month) return anyDay(text, words.language, now, isMonthAsked ? 'noMonth' : 'noDate')
  if (!isMonthAsked) return { kind: 'look', look: { month: month.toString() } }
  return { kind: 'value', value: month.toPlainDate({ day: 1 }).toString(), isTyped: true }
}

function typedYear(text: string): Said | undefined {
  const year = /^(1[5-9]|20)\d{2}$/.exec(asciiDigits(text.trim()))?.[0]
  return year === undefined ? undefined : { kind: 'value', value: `${year}-01-01`, isTyped: true }
}

function anyDay(
  text: string,
  language: Language,
  now: Temporal.ZonedDateTime,
  otherwise: 'noDate' | 'noMonth' | 'noYear',
): Said {
  const reading = readDate(text, language, now.toPlainDate())
  if (reading.kind === 'unreadable') throw questionnaireErrors[otherwise]()
  if (reading.kind === 'date') return { kind: 'value', value: reading.date.toString(), isTyped: true }
  const readings = reading.readings.map((day) => valueKey(formatDay(day, language), day.toString()))
  return { kind: 'look', look: { readings } }
}

function shownDay(value: string, { words, question }: Pick<Scene, 'words' | 'question'>): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return value
  const day = Temporal.PlainDate.from(value.slice(0, 10))
  if (question.appearance.includes('year')) return String(day.year)
  if (question.appearance.includes('month-year'))
    return day.toLocaleString(localeOf[words.language], { month: 'long', year: 'numeric' })
  return formatDay(day, words.language)
}
