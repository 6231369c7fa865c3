import type { InlineKeyboardButton } from 'grammy/types'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { bold, joined, struck } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { cityOf, type Activity } from '../../domain/activity.ts'
import { isStepName, type Answers } from '../../domain/application.ts'
import type { ReopenableStep, SentBack } from '../../domain/sent-back.ts'
import type { FormShown } from '../applying/application-forms.ts'
import { formPrefix } from '../applying/applying-with-form.ts'
import * as buttons from '../buttons.ts'
import { fitting } from '../applying/fitting.ts'
import { answerOf } from '../applying/summary-view.ts'
import { untilFields } from '../trips/until.ts'

/** A question as it is named, and what is answered there. */
export interface AskedLine {
  step: string
  label: string
  value: string
}

/** A step of the core. */
export const coreLine = (words: Words, step: ReopenableStep, answers: Answers): AskedLine => ({
  step,
  label: words.plain(`activities:labels.${step}`),
  value: answerOf(words, step, { answers }),
})

/** A question of the form, behind the prefix that no step of the core has. */
export const formAskedLines = ({ lines }: Pick<FormShown, 'lines'>): AskedLine[] =>
  lines.map(({ step, label, value }) => ({
    step: `${formPrefix}${step}`,
    label: shortenedTo(label, 80),
    value,
  }))

/** What was asked again, by name: as it was before. */
export function linesBefore(words: Words, { asked, before, formBefore }: LinesOf): AskedLine[] {
  return asked.flatMap((step) => {
    if (isStepName(step)) return [coreLine(words, step as ReopenableStep, before)]
    const known = formBefore[words.language]?.[step]
    return known ? [{ step, ...known }] : []
  })
}

type LinesOf = Pick<SentBack, 'asked' | 'before' | 'formBefore'>

/** What is asked, until when and why: the person's words. */
export const sentBackFields = (
  words: Words,
  sentBack: SentBackSaid,
  activity: Activity,
  reader = activity.timeZone,
) => ({
  ...untilFields(words, sentBack.dueAt, {
    zone: activity.timeZone,
    city: cityOf(activity, words.language),
    reader,
  }),
  questions: joined(
    linesBefore(words, sentBack).map(({ label }) => words.piece('life:sentBack.question', { label })),
  ),
})

export type SentBackSaid = LinesOf & Pick<SentBack, 'dueAt' | 'sentence'>

/** What has changed with the answers, old → new; what stayed is said too. */
export function changeLines(words: Words, sentBack: SentBack, form: FormShown | undefined): string[] {
  const formLines = new Map((form ? formAskedLines(form) : []).map((line) => [line.step, line.value]))
  const none = words.plain('activities:summary.none')
  const lines = linesBefore(words, sentBack).map(({ step, label, value }) => {
    const now = isStepName(step)
      ? coreLine(words, step as ReopenableStep, sentBack.answers).value
      : (formLines.get(step) ?? '')
    if (now === value) return words('life:sentBack.same', { label, value: shortenedTo(value || none, 200) })
    return words('life:sentBack.changed', {
      label,
      old: struck(shortenedTo(value || none, 200)),
      new: bold(shortenedTo(now || none, 200)),
    })
  })
  return fitting(lines, 1500)
}

/** The way to the questions that are open again. */
export const answerAgainKeys = (words: Words, applicationId: number): InlineKeyboardButton[][] => [
  [
    {
      text: words.plain('life:sentBack.answer'),
      callback_data: buttons.answerAgain.pack({ applicationId }),
    },
  ],
]
