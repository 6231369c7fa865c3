import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import type { Opened } from '../actions/open-response.ts'
import { openForActivity, openForFirm, openForm, resumeForm } from './buttons.ts'

/** What opens a questionnaire, for one of its activities or for none. */
export const openKey = (questionnaireId: number, activityId: number | null): string =>
  activityId === null
    ? openForm.pack({ questionnaireId })
    : openForActivity.pack({ questionnaireId, activityId, firmId: 0 })

/** So many characters stand in one row on a small phone. */
export const labelAtMost = 38

/** The way back to a draft. */
export const resumeRow = (words: Words, responseId: number, title: string) => [
  {
    text: shortenedTo(words.plain('questionnaires:pause.resume', { title }), labelAtMost),
    callback_data: resumeForm.pack({ responseId }),
  },
]

/** It is answered for a firm, and whoever opens it belongs to none yet: the ways to one. */
export const withoutFirm = (words: Words, title: string, wayToTrips: InlineKeyboardButton[]): Message => ({
  text: words('questionnaires:card.withoutFirm', { title, button: words.plain('people:invite.button') }),
  keyboard: [wayToTrips],
})

/** Somebody of several firms says for which. */
export const whichFirm = (
  words: Words,
  title: string,
  { questionnaire: { id: questionnaireId }, firms, activityId }: Extract<Opened, { kind: 'whichFirm' }>,
): Message => ({
  text: words('questionnaires:card.whichFirm', { title }),
  keyboard: firms.map(({ id: firmId, name }) => [
    {
      text: shortenedTo(name, 50),
      callback_data:
        activityId === undefined
          ? openForFirm.pack({ questionnaireId, firmId })
          : openForActivity.pack({ questionnaireId, activityId, firmId }),
    },
  ]),
})
