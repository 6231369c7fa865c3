import { staleButton } from '../../../../bot/callback-data.ts'
import { formatDay } from '../../../../platform/texts/dates.ts'
import { localeOf } from '../../../../platform/texts/numbers.ts'
import { readDate } from '../../../../shared/typed-date.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import { monthKeys, monthsOfYear, tappedMonth, yearKeys } from './calendar.ts'
import { carriedValue, valueKey, type Key, type QuestionKind, type Said, type Scene } from './kind.ts'

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

/** Of a typed day: its value, or the two that it can be. */
export function typedDay(text: string, { words, question, now }: Scene): Said {
  const year = /^\s*(\d{4})\s*$/.exec(text)?.[1]
  if (question.appearance.includes('year') && year)
    return { kind: 'value', value: `${year}-01-01`, isTyped: true }
  const [, month, monthYear] = /^\s*(\d{1,2})[./-](\d{4})\s*$/.exec(text) ?? []
  if (month && monthYear && Number(month) >= 1 && Number(month) <= 12)
    return { kind: 'value', value: `${monthYear}-${month.padStart(2, '0')}-01`, isTyped: true }
  const reading = readDate(text, words.language, now.toPlainDate())
  if (reading.kind === 'unreadable') throw questionnaireErrors.noDate()
  if (reading.kind === 'date') return { kind: 'value', value: reading.date.toString(), isTyped: true }
  const readings = reading.readings.map((day) => valueKey(formatDay(day, words.language), day.toString()))
  return { kind: 'look', look: { readings } }
}

/** Where nothing is chosen yet: now, or if that is refused, near another day that somebody has given. */
function monthToShow(scene: Scene): Temporal.PlainYearMonth {
  const { look, present, now } = scene
  const wanted = look.month ?? /^\d{4}-\d{2}/.exec(present || givenNear(scene))?.[0]
  return wanted ? Temporal.PlainYearMonth.from(wanted) : now.toPlainDate().toPlainYearMonth()
}

function givenNear({ session, path, question, now }: Scene): string {
  const isTaken = (day: string) => session.judge(path, day) === undefined
  if (question.type !== 'date' || !question.constraint || isTaken(now.toPlainDate().toString())) return ''
  const days = session
    .steps()
    .flatMap((step) =>
      step.kind === 'question' && step.question.type === 'date' ? [session.value(step.path)] : [],
    )
  return days.findLast((day) => day !== '' && isTaken(`${day.slice(0, 8)}15`)) ?? ''
}

function shownDay(value: string, { words, question }: Pick<Scene, 'words' | 'question'>): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return value
  const day = Temporal.PlainDate.from(value.slice(0, 10))
  if (question.appearance.includes('year')) return String(day.year)
  if (question.appearance.includes('month-year'))
    return day.toLocaleString(localeOf[words.language], { month: 'long', year: 'numeric' })
  return formatDay(day, words.language)
}
