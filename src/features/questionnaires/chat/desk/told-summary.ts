import { formatClock, formatDay } from '../../../../platform/texts/dates.ts'
import { formatPercent } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { SummaryOfPage } from '../../actions/read-summary.ts'
import { languageOf } from '../../domain/form-language.ts'
import type { Form, FormLanguage, FormText } from '../../domain/form.ts'
import { labelIn } from '../../domain/results/label-text.ts'
import type { ResultColumn, ResultFrame } from '../../domain/results/result-set.ts'
import type { Spread, Step } from '../../domain/summary/spread.ts'
import { fewestShown, type Count, type Place, type Summary } from '../../domain/summary/summary.ts'
import { voiceIn } from '../../domain/voice.ts'
import { yearOrNumber } from './year-or-number.ts'

/** What a summary says, in plain words: the chat shows it as text, a picture draws the same. */
export interface Told {
  heading: string
  notes: string[]
  rows: ToldRow[]
  /** What the longest possible bar stands for. */
  most: number
  spread?: ToldSpread
  texts?: readonly string[]
}

export interface ToldRow {
  label: string
  /** The number, to be read before the bar. */
  text: string
  value: number
}

export interface ToldSpread extends Spread {
  /** Writes a value of its scale. */
  written(value: number): string
}

/** More choices than these are shown without those nobody took, the most frequent first. */
const mostInOrder = 12

/** How a language of ours is called by a form. */
const formLanguage = (form: Form, language: Words['language']): FormLanguage =>
  form.languages.find(({ name }) => name === languageOf(form, language)) ?? { name: form.defaultLanguage }

/** A label of a form as somebody reads it; `form` is the one it is of. */
function labelFor(words: Words, text: FormText | undefined, form: Form, otherwise: string): string {
  return labelIn(text, form, formLanguage(form, words.language)) || otherwise
}

export const columnLabel = (words: Words, { label, form, node }: ResultColumn): string =>
  labelFor(words, label, form, node.name)

/** What the answers to one question come to, in words. */
export function toldQuestion(
  words: Words,
  { repeats }: ResultFrame,
  { column, summary }: SummaryOfPage['columns'][number],
): Told {
  const repeat = repeats.find(({ code }) => code === column.repeat)
  const told: Told = {
    ...{ heading: columnLabel(words, column), rows: [], most: Math.max(summary.n, 1) },
    notes: [countNote(words, summary), ...(repeat ? [repeatNote(words, repeat)] : [])],
  }
  const { of } = summary
  switch (of.kind) {
    case 'tooFew':
      told.notes = [words.plain('formsummary:tooFew', { fewest: String(fewestShown) })]
      break
    case 'nothing':
      break
    case 'choices':
      told.rows = choiceRows(words, column, of.counts, summary.n)
      told.notes.push(...choiceNotes(words, of.isSeveral, of.counts.length))
      break
    case 'ranks':
      told.rows = of.places.map((place) => rankRow(words, column, place, summary.n))
      told.notes.push(words.plain('formsummary:rank.note'))
      break
    case 'numbers':
      tellNumbers(words, told, { ...of, isWhole: column.type === 'integer' })
      break
    case 'moments':
      told.notes.push(
        words.plain('formsummary:moments', {
          first: momentIn(words, of.type, of.first),
          last: momentIn(words, of.type, of.last),
        }),
      )
      break
    case 'texts':
      told.texts = of.texts.map((text) => spokenOr(words, text))
      break
    case 'count':
      told.notes.push(words.plain(`formsummary:counted.${of.of}`, { count: summary.n }))
  }
  return told
}

/** Words that were written; of those that were spoken, that there are some. */
function spokenOr(words: Words, text: string): string {
  const voice = voiceIn(text)
  return voice ? words.plain('questionnaires:ask.spoken', { seconds: voice.seconds }) : text
}

/** Who has answered, and who has left it empty although it was asked. */
function countNote(words: Words, { n, asked }: Summary): string {
  const skipped = asked - n
  return skipped > 0
    ? words.plain('formsummary:countSkipped', { n: String(n), skipped: String(skipped) })
    : words.plain('formsummary:count', { n: String(n) })
}

/** Of what is repeated a response can have several. */
const repeatNote = (words: Words, { label, form, code }: ResultFrame['repeats'][number]): string =>
  words.plain('formsummary:inRepeat', { label: labelFor(words, label, form, code) })

/** How many of those who were sent the questionnaire have answered it; nothing where it was sent to nobody. */
export function rateNote(words: Words, { asked, answered }: SummaryOfPage['numbers']): string[] {
  if (asked === 0) return []
  const share = formatPercent(answered / asked, words.language)
  return [words.plain('formsummary:rate', { answered: String(answered), asked: String(asked), share })]
}

const shareText = (words: Words, count: number, n: number): string =>
  words.plain('formsummary:share', {
    count: String(count),
    share: formatPercent(Math.round((count / Math.max(n, 1)) * 100) / 100, words.language),
  })

function choiceRows(words: Words, column: ResultColumn, counts: readonly Count[], n: number): ToldRow[] {
  const rows = counts.map(({ name, count }) => ({
    label: choiceLabel(words, column, name),
    text: shareText(words, count, n),
    value: count,
  }))
  if (rows.length <= mostInOrder) return rows
  return rows.filter(({ value }) => value > 0).toSorted((one, other) => other.value - one.value)
}

const choiceNotes = (words: Words, isSeveral: boolean, choices: number): string[] => [
  ...(isSeveral ? [words.plain('formsummary:several')] : []),
  ...(choices > mostInOrder ? [words.plain('formsummary:onlyTaken')] : []),
]

function choiceLabel(words: Words, { choices }: ResultColumn, name: string): string {
  const choice = choices.find((one) => one.name === name)
  return choice ? labelFor(words, choice.label, choice.form, name) : name
}

function rankRow(words: Words, column: ResultColumn, place: Place, n: number): ToldRow {
  const { name, ranked, first, meanPlace } = place
  const label = choiceLabel(words, column, name)
  const mean = Math.round(meanPlace * 10) / 10
  return {
    label:
      ranked === 0 ? label : words.plain('formsummary:rank.label', { label, mean, ranked: String(ranked) }),
    text: shareText(words, first, n),
    value: first,
  }
}

interface Numbers {
  spread: Spread
  counts: readonly Count[]
  steps: readonly Step[]
  isWhole: boolean
}

function tellNumbers(words: Words, told: Told, { spread, counts, steps, isWhole }: Numbers): void {
  const written = yearOrNumber(words.language, spread)
  const row = (label: string, count: number): ToldRow => ({
    ...{ label, value: count },
    text: shareText(words, count, spread.n),
  })
  told.spread = { ...spread, written }
  told.notes.push(...spreadNotes(words, spread, written))
  told.rows = [
    ...counts.map(({ name, count }) => row(written(Number(name)), count)),
    ...steps.map(({ from, to, count }, at) => {
      const isLast = at === steps.length - 1
      // Of whole numbers the one before the next step is the last of this one.
      const end = isWhole && !isLast ? to - 1 : to
      const key = isWhole || isLast ? 'formsummary:step.whole' : 'formsummary:step.below'
      return row(
        isWhole && end === from ? written(from) : words.plain(key, { from: written(from), to: written(end) }),
        count,
      )
    }),
  ]
}

const spreadNotes = (words: Words, spread: Spread, written: (value: number) => string): string[] => [
  words.plain('formsummary:numbers.median', { median: written(spread.median) }),
  words.plain('formsummary:numbers.half', { lower: written(spread.lower), upper: written(spread.upper) }),
  words.plain('formsummary:numbers.range', { least: written(spread.least), most: written(spread.most) }),
]

function momentIn({ language }: Words, type: 'date' | 'time' | 'dateTime', value: string): string {
  if (type === 'time') return value.slice(0, 5)
  const day = formatDay(Temporal.PlainDate.from(value.slice(0, 10)), language)
  return type === 'date' ? day : `${day} ${formatClock(Temporal.PlainDateTime.from(value.slice(0, 19)))}`
}
