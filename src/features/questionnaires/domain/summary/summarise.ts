import type { Question } from '../form.ts'
import { spreadOf, stepsOf } from './spread.ts'
import { fewestShown, type Count, type Place, type Summary, type SummaryOf } from './summary.ts'

/** What was answered to a question, over all responses and versions. */
export interface Answered {
  type: Question['type']
  /** Names of the choices, in the order of the list; answers may hold others, of versions before. */
  choices: readonly string[]
  /** Of `range`. */
  parameters?: Question['parameters']
  /** Canonical values, newest first; one for each who has answered. */
  values: readonly string[]
  /** To how many the question applied. */
  asked: number
  /** Out of how many responses the values are. */
  responses: number
  isAnonymous: boolean
}

/** What the answers to one question come to. */
export function summarise(answered: Answered): Summary {
  const { values, asked, responses, isAnonymous } = answered
  const n = values.length
  const counted = { n, asked: Math.max(asked, n) }
  if (isAnonymous && responses < fewestShown) return { ...counted, of: { kind: 'tooFew' } }
  return { ...counted, of: n === 0 ? { kind: 'nothing' } : summaryOf(answered) }
}

function summaryOf(answered: Answered): SummaryOf {
  const { type, values, choices, isAnonymous } = answered
  switch (type) {
    case 'select_one':
      return { kind: 'choices', isSeveral: false, counts: countsOf(choices, values) }
    case 'select_multiple':
      return { kind: 'choices', isSeveral: true, counts: countsOf(choices, values.flatMap(namesIn)) }
    case 'rank':
      return { kind: 'ranks', places: placesOf(choices, values.map(namesIn)) }
    case 'integer':
    case 'decimal':
    case 'range':
      return numbersOf(answered)
    case 'date':
    case 'time':
    case 'dateTime':
      return momentsOf(type, values)
    case 'text':
    case 'barcode':
      return { kind: 'texts', texts: isAnonymous ? values.toSorted() : values }
    case 'geopoint':
      return { kind: 'count', of: 'places' }
    case 'acknowledge':
      return { kind: 'count', of: 'read' }
    default:
      return { kind: 'count', of: 'files' }
  }
}

const namesIn = (value: string): string[] => value.split(' ').filter(Boolean)

/** Every choice of the list, chosen or not, and whatever else was chosen behind it. */
function countsOf(choices: readonly string[], chosen: readonly string[]): Count[] {
  const counts = new Map(choices.map((name) => [name, 0]))
  for (const name of chosen) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count }))
}

/** What most have put first comes first, then what has the better mean place; what nobody has ranked is last. */
function placesOf(choices: readonly string[], rankings: readonly string[][]): Place[] {
  const names = new Set([...choices, ...rankings.flat()])
  const places = [...names].map((name) => {
    const given = rankings.map((ranking) => ranking.indexOf(name) + 1).filter((place) => place > 0)
    return {
      name,
      ranked: given.length,
      first: given.filter((place) => place === 1).length,
      meanPlace: given.reduce((sum, place) => sum + place, 0) / Math.max(given.length, 1),
    }
  })
  return places.toSorted(
    (one, other) =>
      other.first - one.first ||
      Number(one.ranked === 0) - Number(other.ranked === 0) ||
      one.meanPlace - other.meanPlace,
  )
}

/** More points of a scale than these are shown in steps. */
const mostPoints = 11

function numbersOf({ type, parameters, values }: Answered): SummaryOf {
  const numbers = values.map(Number).filter(Number.isFinite)
  const spread = spreadOf(numbers)
  if (!spread) return { kind: 'nothing' }
  const points = type === 'range' ? pointsOf(parameters) : []
  return points.length > 0
    ? { kind: 'numbers', spread, counts: countsOf(points, numbers.map(String)), steps: [] }
    : { kind: 'numbers', spread, counts: [], steps: stepsOf(numbers, { areWhole: type === 'integer' }) }
}

/** The points of a scale from the least to the most; none where there are too many. */
function pointsOf({ start = 1, end = 10, step = 1 }: NonNullable<Question['parameters']> = {}): string[] {
  const width = Math.abs(step)
  const count = Math.floor(Math.abs(end - start) / width + 1e-6) + 1
  if (count > mostPoints) return []
  const first = step > 0 ? Math.min(start, end) : Math.max(start, end) - (count - 1) * width
  return Array.from({ length: count }, (_, index) => String(Number((first + index * width).toPrecision(12))))
}

function momentsOf(type: 'date' | 'time' | 'dateTime', values: readonly string[]): SummaryOf {
  // ISO texts have the order of time, but for the zones in which moments were said.
  const inTime = (one: string, other: string) =>
    type === 'dateTime'
      ? Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other))
      : one.localeCompare(other, 'en')
  const sorted = values.toSorted(inTime)
  return { kind: 'moments', type, first: sorted[0] ?? '', last: sorted.at(-1) ?? '' }
}
