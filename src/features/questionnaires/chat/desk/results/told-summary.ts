import { formatClock, formatDay } from '../../../../../platform/texts/dates.ts'
import { formatPercent } from '../../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import type { SummaryOfPage } from '../../../actions/read-summary.ts'
import type { ResultColumn, ResultFrame } from '../../../domain/results/result-set.ts'
import { fewestShown, type Summary } from '../../../domain/summary/summary.ts'
import { voiceIn } from '../../../domain/voice.ts'
import { toldNumbers } from './told-numbers.ts'
import { choiceNotes, choiceRows, columnLabel, labelFor, rankRow } from './told-rows.ts'
import type { Told } from './told.ts'

/** What the answers to one question come to, in words. */
export function toldQuestion(
  words: Words,
  { repeats }: ResultFrame,
  { column, summary }: SummaryOfPage['columns'][number],
): Told {
  const repeat = repeats.find(({ code }) => code === column.repeat)
  const { notes = [], ...answers } = toldAnswers(words, column, summary)
  return {
    ...{ heading: columnLabel(words, column), rows: [], most: Math.max(summary.n, 1) },
    ...answers,
    notes:
      summary.of.kind === 'tooFew'
        ? notes
        : [countNote(words, summary), ...(repeat ? [repeatNote(words, repeat)] : []), ...notes],
  }
}

function toldAnswers(words: Words, column: ResultColumn, { of, n }: Summary): Partial<Told> {
  switch (of.kind) {
    case 'tooFew':
      return { notes: [words.plain('formsummary:tooFew', { fewest: String(fewestShown) })] }
    case 'nothing':
      return {}
    case 'choices':
      return {
        rows: choiceRows(words, column, of.counts, n),
        notes: choiceNotes(words, of.isSeveral, of.counts.length),
      }
    case 'ranks':
      return {
        rows: of.places.map((place) => rankRow(words, column, place, n)),
        notes: [words.plain('formsummary:rank.note')],
      }
    case 'numbers':
      return toldNumbers(words, { ...of, isWhole: column.type === 'integer' })
    case 'moments': {
      const [first, last] = [momentIn(words, of.type, of.first), momentIn(words, of.type, of.last)]
      return { notes: [words.plain('formsummary:moments', { first, last })] }
    }
    case 'texts':
      return { texts: of.texts.map((text) => spokenOr(words, text)) }
    case 'count':
      return { notes: [words.plain(`formsummary:counted.${of.of}`, { count: n })] }
  }
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

/** How many of the people or firms who were sent the questionnaire have answered it; nothing where it was sent to nobody. */
export function rateNote(words: Words, { of, asked, answered }: SummaryOfPage['numbers']): string[] {
  if (asked === 0) return []
  const share = formatPercent(answered / asked, words.language)
  const key = of === 'firm' ? 'formsummary:rateFirms' : 'formsummary:rate'
  return [words.plain(key, { answered: String(answered), asked: String(asked), share })]
}

function momentIn({ language }: Words, type: 'date' | 'time' | 'dateTime', value: string): string {
  if (type === 'time') return value.slice(0, 5)
  const day = formatDay(Temporal.PlainDate.from(value.slice(0, 10)), language)
  return type === 'date' ? day : `${day} ${formatClock(Temporal.PlainDateTime.from(value.slice(0, 19)))}`
}
