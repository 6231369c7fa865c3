import { inTwos } from '../../../bot/in-twos.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { languages, type Language } from '../../../shared/localized-text.ts'
import { activityRow, titleOf, type Activity } from '../../activities/index.ts'
import type { PurposeName } from '../domain/purposes.ts'
import * as buttons from './buttons.ts'

export interface ListsScene {
  activity: Activity
  people: number
  purposes: readonly PurposeName[]
  /** In which the list is going to be written. */
  language: Language
}

/** Which lists there are, what each is for, and the language it comes in. */
export function listsView(words: Words, { activity, people, purposes, language }: ListsScene): Message {
  const { id: activityId } = activity
  return {
    text: [
      words('reports:lists.title', { title: titleOf(activity, words.language), count: people }),
      purposes.map((purpose) => words(`reports:lists.line.${purpose}`)).join('\n'),
      words('reports:lists.recorded'),
    ].join('\n\n'),
    keyboard: [
      ...inTwos(
        purposes.map((purpose) => ({
          text: words.plain(`reports:lists.button.${purpose}`),
          callback_data: buttons.getList.pack({ activityId, purpose, language }),
        })),
      ),
      languages.map((one) => ({
        text: `${one === language ? '● ' : ''}${one.toUpperCase()}`,
        callback_data: buttons.chooseList.pack({ activityId, language: one }),
      })),
      activityRow(words.plain('bot:back'), activityId),
    ],
  }
}
