import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../bot/messenger.ts'
import { pageKeys } from '../../../bot/page-keys.ts'
import { formatDate } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import { titleIn } from '../domain/form-language.ts'
import { referenceOf } from '../domain/questionnaire.ts'
import { askedSteps } from '../domain/steps.ts'
import { confirmAnswers, editForm, listForms, lookAtAnswers } from './buttons.ts'
import { asHeading, labelAndValue, type Asking } from './scene.ts'

export interface AnswersScene {
  standing: Asking
  page: number
  /** Who handed it in, by name; empty where that is not known. */
  by: string
  /** Who has said that it is right, by name. */
  confirmedBy: string
  mayConfirm: boolean
  mayEdit: boolean
}

const linesPerPage = 10

/** What was handed in, with who said it and when: to be looked at, confirmed in one tap, or changed. */
export function answersCard(words: Words, scene: AnswersScene): Message {
  const { standing, page, mayConfirm, mayEdit } = scene
  const { response, session } = standing
  const questions = askedSteps(session).filter((step) => step.kind === 'question')
  const offset = page * linesPerPage
  const lines = questions.slice(offset, offset + linesPerPage).map((step, at) => {
    const { label, value } = labelAndValue(words, standing, step)
    return words('questionnaires:review.line', {
      number: String(offset + at + 1),
      label: asHeading(words, shortenedTo(label, 80)),
      value: value === '' ? words.plain('questionnaires:review.none') : shortenedTo(value, 120),
    })
  })
  const responseId = response.id
  const key = (name: 'confirm' | 'change', callback_data: string): InlineKeyboardButton[] => [
    { text: words.plain(`questionnaires:answers.${name}`), callback_data },
  ]
  return {
    text: [headOf(words, scene), lines.join('\n')].join('\n\n'),
    keyboard: [
      ...(mayConfirm ? [key('confirm', confirmAnswers.pack({ responseId }))] : []),
      ...(mayEdit ? [key('change', editForm.pack({ responseId }))] : []),
      ...pageKeys(words, { offset, limit: linesPerPage, total: questions.length }, (to) =>
        lookAtAnswers.pack({ responseId, page: Math.floor(to / linesPerPage) }),
      ),
      [{ text: words.plain('questionnaires:home.button'), callback_data: listForms.pack({}) }],
    ],
  }
}

function headOf(words: Words, { standing, by, confirmedBy }: AnswersScene): string {
  const { response, questionnaire, form } = standing
  const day = (at: Temporal.Instant) =>
    formatDate(at.toZonedDateTimeISO(standing.now.timeZoneId).toPlainDate(), words.language)
  return [
    words('questionnaires:card.submitted', {
      title: titleIn(form, words.language),
      reference: referenceOf(questionnaire, response.number),
    }),
    ...(by !== '' && response.submittedAt
      ? [
          words(`questionnaires:answers.${response.source === 'coordinator' ? 'onSite' : 'by'}`, {
            name: by,
            day: day(response.submittedAt),
          }),
        ]
      : []),
    ...(response.confirmedAt
      ? [words('questionnaires:answers.confirmed', { name: confirmedBy, day: day(response.confirmedAt) })]
      : []),
  ].join('\n')
}
