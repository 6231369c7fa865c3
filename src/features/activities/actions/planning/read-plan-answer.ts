import { beginningOf, cleanLine, lengthOf } from '../../../../shared/clean-text.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import { isLanguage } from '../../../../shared/localized-text.ts'
import { readNumber } from '../../../../shared/typed-number.ts'
import { readFreeText, readSpokenLanguages } from '../../../people/index.ts'
import { activityErrors } from '../../domain/errors.ts'
import { planningErrors } from '../../domain/planning/errors.ts'
import { isPlanKind, type PlanAnswers } from '../../domain/planning/plan.ts'
import { partsOf, type PlanStep } from '../../domain/planning/steps.ts'
import { textOf, type PlanRaw, type PlanReading } from './plan-reading.ts'
import { readDayHours, readDeadline, readEnd, readStart } from './read-plan-dates.ts'

/** Reads the answer to a step; a refusal says what was wrong and shows what is right. */
export function readPlanAnswer(step: PlanStep, raw: PlanRaw, context: PlanReading): PlanAnswers {
  const { part, language } = partsOf(step)
  switch (part) {
    case 'title':
      return language ? { title: { [language]: readTitle(textOf(raw)) } } : {}
    case 'description':
      return language ? { description: { [language]: readDescription(raw) } } : {}
    default:
      return readers[part](raw, context)
  }
}

type PlainPart = Exclude<ReturnType<typeof partsOf>['part'], 'title' | 'description'>

const readers: Record<PlainPart, (raw: PlanRaw, context: PlanReading) => PlanAnswers> = {
  kind(raw) {
    const kind = textOf(raw)
    if (!isPlanKind(kind)) throw activityErrors.chooseOne()
    return { kind }
  },
  languages: readLanguages,
  place: (raw, { plan }) => {
    const place = readPlace(textOf(raw))
    // One text for all: whoever reads another language sees the same name.
    return { place: Object.fromEntries((plan.languages ?? []).map((language) => [language, place])) }
  },
  startsOn: readStart,
  endsOn: readEnd,
  hours: readDayHours,
  capacity: readSeats,
  closesAt: readDeadline,
  approval: (raw) => {
    const approval = textOf(raw)
    if (approval !== 'automatic' && approval !== 'manual') throw activityErrors.chooseOne()
    return { approval }
  },
}

function readTitle(text: string): string {
  const title = cleanLine(text)
  const length = lengthOf(title)
  if (length < 3) throw planningErrors.titleShort()
  if (length > 120) throw planningErrors.titleLong({ length, max: 120 })
  return title
}

const readDescription = (raw: PlanRaw): string | null =>
  raw.kind === 'skip' ? null : readFreeText(textOf(raw), { max: 800 })

function readPlace(text: string): string {
  const place = cleanLine(text)
  const length = lengthOf(place)
  if (length < 2) throw planningErrors.placeShort()
  if (length > 80) throw planningErrors.placeLong({ length, max: 80 })
  return place
}

/** A tap ticks (`+en`) or unticks (`-en`) one; `done` ends; a typed list counts as ticked and done. */
function readLanguages(raw: PlanRaw, { plan: { languages: ticked = [] } }: PlanReading): PlanAnswers {
  const value = textOf(raw)
  if (raw.kind === 'text') {
    const typed = languagesIn(value)
    const known = typed.filter(isLanguage)
    if (known.length === 0 || known.length < typed.length)
      throw planningErrors.otherLanguage(beginningOf(cleanLine(value), 60))
    return { languages: known, isLanguagesDone: true }
  }
  if (value === 'done') {
    if (ticked.length === 0) throw activityErrors.oneLanguage()
    return { languages: ticked, isLanguagesDone: true }
  }
  const language = value.slice(1)
  if (!isLanguage(language)) throw activityErrors.chooseOne()
  const others = ticked.filter((each) => each !== language)
  return { languages: value.startsWith('+') ? [...others, language] : others, isLanguagesDone: false }
}

/** The languages somebody has typed; none where that cannot be read: only four are possible, which is said either way. */
function languagesIn(typed: string): readonly string[] {
  try {
    return readSpokenLanguages(typed)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return []
  }
}

function readSeats(raw: PlanRaw, { language }: PlanReading): PlanAnswers {
  if (raw.kind === 'choice' && raw.value === 'none') return { capacity: null }
  const reading = readNumber(textOf(raw), language)
  const seats = reading.kind === 'number' ? reading.value : 0
  if (!Number.isInteger(seats) || seats < 1 || seats > 5000) throw planningErrors.seatsUnreadable()
  return { capacity: seats }
}
