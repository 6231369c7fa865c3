import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../../bot/messenger.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../../shared/clean-text.ts'
import type { Standing } from '../../../actions/standing.ts'
import { titleIn, type Titled } from '../../../domain/form-language.ts'
import { titleOf, type Activity } from '../../../../activities/index.ts'
import { resumeForm } from '../../buttons.ts'
import { openSections } from '../../sections/open-sections.ts'
import { openKey } from '../../forms-views.ts'
import * as buttons from '../../desk-buttons.ts'
import { momentText } from '../moment-text.ts'

/** A form somebody is asked to answer, as it stands for them. */
export interface RequestedForm {
  questionnaireId: number
  /** For which activity; null: for none. */
  activity: Activity | null
  form: Titled
  closesAt: Temporal.Instant | null
  isReminder: boolean
  isAnonymous: boolean
  /** What they have begun. */
  draftId?: number
  standing?: Standing
  left: number
  of: number
  /** How many questions there are for somebody who begins: `12`, or `13–28`. */
  questions: string
  /** About so many: `9`, or `4–9`. */
  minutes: string
}

/** One message about everything that is open: what it is, how long it takes, until when, and a way to no more of it. */
export function requestView(words: Words, forms: readonly RequestedForm[], zone: string): Message {
  const isReminder = forms.every((form) => form.isReminder)
  const [only, ...others] = forms
  return {
    text: [
      words(isReminder ? 'formdesk:ask.reminder' : 'formdesk:ask.first', { count: forms.length }),
      ...forms.map((form) => formText(words, form, zone)),
    ].join('\n\n'),
    keyboard: [
      ...forms.map((form) => [startButton(words, form, others.length > 0)]),
      ...(isReminder
        ? [
            [
              {
                text: words.plain('formdesk:ask.stop'),
                callback_data: buttons.stopAsking.pack({
                  questionnaireId: others.length > 0 ? 0 : (only?.questionnaireId ?? 0),
                }),
              },
            ],
          ]
        : []),
    ],
  }
}

/** A form of an activity is called by its own title and the activity's. */
const calledIn = ({ language }: Words, { form, activity }: RequestedForm): string =>
  [titleIn(form, language), ...(activity ? [titleOf(activity, language)] : [])].join(' · ')

function formText(words: Words, form: RequestedForm, zone: string): string {
  const title = calledIn(words, form)
  const { minutes } = form
  return [
    form.draftId === undefined
      ? words('formdesk:ask.new', { title, count: form.of, questions: form.questions, minutes })
      : words('formdesk:ask.begun', {
          ...{ title, left: String(form.left), of: String(form.of) },
          minutes,
        }),
    ...(form.standing ? openSections(words, form.standing) : []),
    ...(form.isAnonymous ? [words('formdesk:preview.anonymous')] : []),
    ...(form.closesAt
      ? [words('formdesk:ask.until', { moment: momentText(words, form.closesAt, zone) })]
      : []),
  ].join('\n')
}

function startButton(
  words: Words,
  { draftId, questionnaireId, form, activity }: RequestedForm,
  isOneOfSeveral: boolean,
): InlineKeyboardButton {
  const short = shortenedTo(titleIn(form, words.language), 40)
  const callback_data =
    draftId === undefined
      ? openKey(questionnaireId, activity?.id ?? null)
      : resumeForm.pack({ responseId: draftId })
  if (isOneOfSeveral) return { text: words.plain('formdesk:ask.named', { title: short }), callback_data }
  return {
    text: words.plain(draftId === undefined ? 'formdesk:ask.begin' : 'formdesk:ask.resume'),
    callback_data,
  }
}
