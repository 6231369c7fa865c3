import { formatDate } from '../../../../../platform/texts/dates.ts'
import { joined, bold } from '../../../../../platform/texts/html.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import type { Part, Picture, Spread, Spreads } from '../../../../../platform/charts/index.ts'
import type { SummaryOfPage } from '../../../actions/read-summary.ts'
import { titleIn } from '../../../domain/form-language.ts'
import type { Parameters } from '../../../domain/form.ts'
import { hasMiddleHalf } from '../../../domain/summary/spread.ts'
import { fittingLines } from '../pages.ts'
import { roundNote } from './rounds-view.ts'
import { rateNote, toldQuestion } from './told-summary.ts'
import type { Told, ToldSpread } from './told.ts'

/** More rows than these would make letters too small on a phone. */
const mostRows = 12

/** A page of the summary as it is drawn; every word in it is in the reader's language. */
export function summaryPicture(words: Words, found: SummaryOfPage, today: Temporal.PlainDate): Picture {
  const told = toldOf(words, found)
  const [first] = told
  return {
    title: titleIn(found.frame.form, words.language),
    heading: found.page.kind === 'scores' ? words.plain('formsummary:scores.name') : (first?.heading ?? ''),
    notes: [
      ...roundNote(words, found),
      ...(found.page.kind === 'scores' ? scoreNotes(words, found) : (first?.notes ?? [])),
      ...moreNote(words, first),
      ...rateNote(words, found.numbers),
    ],
    parts:
      found.page.kind === 'scores'
        ? scoreParts(words, told)
        : first
          ? questionParts(words, first, scaleOf(found))
          : [],
    footer: words.plain('formsummary:picture.footer', { day: formatDate(today, words.language) }),
  }
}

/** The same in words, for whoever does not see the picture; as much of it as a caption takes. */
export function pictureCaption(words: Words, found: SummaryOfPage): string {
  const told = toldOf(words, found)
  const isScores = found.page.kind === 'scores'
  return fittingLines([
    joined([bold(isScores ? words.plain('formsummary:scores.name') : (told[0]?.heading ?? ''))]).toString(),
    ...roundNote(words, found).map((note) => joined([note]).toString()),
    ...told.flatMap((one) => captionLines(words, one, isScores)),
    ...rateNote(words, found.numbers).map((note) => joined([note]).toString()),
  ])
}

function captionLines(words: Words, { heading, notes, rows }: Told, isScore: boolean): string[] {
  if (isScore) return [words('formsummary:scores.line', { label: heading, notes: notes.join(' · ') })]
  return [
    ...notes.map((note) => joined([note]).toString()),
    ...rows.map(({ label, text }) => words('formsummary:row', { label, text, bar: '' }).trimEnd()),
  ]
}

const toldOf = (words: Words, { frame, columns }: SummaryOfPage): Told[] =>
  columns.map((one) => toldQuestion(words, frame, one))

const scoreNotes = (words: Words, { columns }: SummaryOfPage): string[] => [
  words.plain('formsummary:count', { n: String(Math.max(0, ...columns.map(({ summary }) => summary.n))) }),
]

/** What there was no room for. */
const moreNote = (words: Words, told: Told | undefined): string[] => {
  const more = (told?.rows.length ?? 0) - mostRows
  return more > 0 ? [words.plain('formsummary:picture.more', { more: String(more) })] : []
}

const legendOf = (words: Words): Spreads['legend'] => ({
  median: words.plain('formsummary:legend.median'),
  half: words.plain('formsummary:legend.half'),
  all: words.plain('formsummary:legend.all'),
})

/** Each score on the scale from 0 to 100. */
function scoreParts(words: Words, told: readonly Told[]): Part[] {
  const rows = told.flatMap(({ heading, spread }) =>
    spread ? [rowOf(spread, heading, spread.written(spread.median))] : [],
  )
  if (rows.length === 0) return []
  const marks = [0, 25, 50, 75, 100].map((at) => ({ at, text: String(at) }))
  return [{ kind: 'spreads', rows, from: 0, to: 100, marks, legend: legendOf(words) }]
}

/** Only what can be handed to another thread. */
const rowOf = (spread: ToldSpread, label: string, text: string): Spread => {
  const { least, lower, median, upper, most } = spread
  return { label, text, least, median, most, ...(hasMiddleHalf(spread) && { half: { lower, upper } }) }
}

interface Scale {
  from: number
  to: number
}

function questionParts(words: Words, { rows, most, spread }: Told, scale: Scale | undefined): Part[] {
  const bars: Part[] =
    rows.length > 0
      ? [
          {
            kind: 'bars',
            most,
            rows: rows.slice(0, mostRows).map(({ label, text, value }) => ({ label, text, value })),
          },
        ]
      : []
  return [...(spread ? spreadParts(words, spread, scale) : []), ...bars]
}

function spreadParts(
  words: Words,
  spread: ToldSpread,
  scale: Scale = { from: spread.least, to: spread.most },
): Part[] {
  const { from, to } = scale
  if (from >= to) return []
  const middle = (from + to) / 2
  const marks = [from, ...(Number.isInteger(middle) ? [middle] : []), to].map((at) => ({
    at,
    text: spread.written(at),
  }))
  return [{ kind: 'spreads', rows: [rowOf(spread, '', '')], from, to, marks, legend: legendOf(words) }]
}

/** The scale of a range, or that of the steps in which numbers are counted. */
function scaleOf({ columns }: SummaryOfPage): Scale | undefined {
  const [only] = columns
  if (only?.summary.of.kind !== 'numbers') return undefined
  const { node } = only.column
  if (only.column.type === 'range' && node.kind === 'question') return rangeScale(node.parameters)
  const { steps } = only.summary.of
  const [first] = steps
  const last = steps.at(-1)
  return first && last ? { from: first.from, to: last.to } : undefined
}

const rangeScale = ({ start = 1, end = 10 }: Parameters = {}): Scale => ({
  from: Math.min(start, end),
  to: Math.max(start, end),
})
