import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { languageNames, languages } from '../../../../shared/localized-text.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import * as buttons from './buttons.ts'
import { backRow } from './coming-view.ts'

/** Stopping everything is asked once. */
export const pauseQuestion = (words: Words, activity: Activity): Message => ({
  text: words('reminders:desk.askPause', { title: titleOf(activity, words.language) }),
  keyboard: [
    [
      {
        text: words.plain('reminders:desk.pauseYes'),
        callback_data: buttons.pauseAll.pack({ activityId: activity.id, isPaused: 1 }),
      },
    ],
    backRow(words, activity.id),
  ],
})

/** What a rehearsal is, and in which language it is played. */
export const rehearsalQuestion = (words: Words, activity: Activity): Message => ({
  text: words('reminders:rehearsal.what', { title: titleOf(activity, words.language) }),
  keyboard: [
    ...[languages.slice(0, 2), languages.slice(2)].map((row) =>
      row.map((language) => ({
        text: languageNames[language],
        callback_data: buttons.rehearse.pack({ activityId: activity.id, language }),
      })),
    ),
    backRow(words, activity.id),
  ],
})
