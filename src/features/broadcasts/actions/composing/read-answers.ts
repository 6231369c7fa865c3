import { cleanLine, lengthOf } from '../../../../shared/clean-text.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { writtenLanguages } from '../../domain/composing/languages.ts'
import { answerPresets } from '../../domain/composing/templates.ts'
import type { AnswerOption } from '../../domain/content.ts'
import { draftErrors } from '../../../../shared/own-draft.ts'
import { wordsOf, type BroadcastRaw, type Reader } from './reading.ts'

/** Telegram has room for more, but nobody reads more on a phone. */
const mostAnswers = 6
const longestLabel = 40

/** Whoever taps an answer that begins with this needs somebody at once. */
const helpSign = '🆘'

/** The buttons under a broadcast: ready ones, or a line for each in the language of its words. */
export const readAnswers: Reader = (raw, { draft, language, templates }) => {
  if (raw.kind === 'choice') {
    if (raw.value === 'none') return { answers: [], answersUntil: null }
    const preset = answerPresets.find((each) => each === raw.value)
    if (!preset) throw draftErrors.chooseOne()
    return { answers: templates.answers(preset) }
  }
  const lines = labelsIn(raw)
  if (lines.length > mostAnswers) throw composingErrors.answersMany(lines.length, mostAnswers)
  const written = writtenLanguages(draft.content)
  const own = written.includes(language) || written.length === 0 ? language : (written[0] ?? language)
  return {
    answers: lines.map((label): AnswerOption => ({
      labels: { [own]: label },
      callsForHelp: label.startsWith(helpSign),
    })),
  }
}

/** What the buttons are called in one more language: as many lines as there are buttons. */
export const readLabels =
  (language: Language): Reader =>
  (raw, { draft: { answers } }) => {
    const lines = labelsIn(raw)
    if (lines.length !== answers.length) throw composingErrors.answersOther(lines.length, answers.length)
    return {
      answers: answers.map((answer, at) => ({
        ...answer,
        labels: { ...answer.labels, [language]: lines[at] ?? '' },
      })),
    }
  }

function labelsIn(raw: BroadcastRaw): string[] {
  const lines = wordsOf(raw).split('\n').map(cleanLine).filter(Boolean)
  if (lines.length === 0) throw composingErrors.textExpected()
  const long = lines.find((line) => lengthOf(line) > longestLabel)
  if (long) throw composingErrors.textLong(lengthOf(long), longestLabel)
  return lines
}
