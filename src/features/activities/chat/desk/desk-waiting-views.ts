import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { formatPhone } from '../../../people/index.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { markOf } from '../../domain/participants/waiting-mark.ts'
import type { ParticipantRow } from '../../domain/workbook/activity-workbook.ts'
import * as buttons from '../buttons.ts'

export interface WaitingScene {
  activity: Activity
  rows: readonly ParticipantRow[]
  offset: number
}

/** The rows of the list of participants that wait for somebody to apply, each with a button that deletes it. */
export function waitingView(words: Words, { activity, rows, offset }: WaitingScene): Message {
  const activityId = activity.id
  const page = rows.slice(offset, offset + pageSize)
  const key = (text: string, callback_data: string): InlineKeyboardButton[] => [{ text, callback_data }]
  return {
    text: [
      words('activities:waiting.head', { title: titleOf(activity, words.language), count: rows.length }),
      ...(page.length > 0
        ? [page.map((row) => words('activities:waiting.line', { row: inWords(row) })).join('\n')]
        : []),
    ].join('\n\n'),
    keyboard: [
      ...page.flatMap((row) => [
        key(
          words.plain('person:entry.fromRow', { name: shortenedTo(nameOf(row), 30) }),
          buttons.enterWaiting.pack({ activityId, mark: markOf(row) }),
        ),
        key(
          words.plain('activities:waiting.delete', { name: shortenedTo(nameOf(row), 30) }),
          buttons.askDropWaiting.pack({ activityId, mark: markOf(row) }),
        ),
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total: rows.length }, (to) =>
        buttons.listWaiting.pack({ activityId, offset: to }),
      ),
      ...(rows.length > 1
        ? [
            key(
              words.plain('activities:waiting.deleteAll'),
              buttons.askDropWaiting.pack({ activityId, mark: '' }),
            ),
          ]
        : []),
      key(words.plain('activities:waiting.back'), buttons.deskActivity.pack({ activityId })),
    ],
  }
}

/** Deleting is asked once. */
export function dropQuestion(
  words: Words,
  { activity, rows }: Omit<WaitingScene, 'offset'>,
  mark: string,
): Message {
  const activityId = activity.id
  const row = rows.find((each) => markOf(each) === mark)
  return {
    text:
      mark === ''
        ? words('activities:waiting.askAll', { count: rows.length })
        : words('activities:waiting.ask', { row: row ? inWords(row) : '' }),
    keyboard: [
      [
        {
          text: words.plain('activities:waiting.yes'),
          callback_data: buttons.dropWaiting.pack({ activityId, mark }),
        },
      ],
      [{ text: words.plain('bot:back'), callback_data: buttons.listWaiting.pack({ activityId, offset: 0 }) }],
    ],
  }
}

const nameOf = ({ name, firm, phone, email, application }: ParticipantRow): string =>
  name ?? firm ?? (phone === null ? (email ?? `#${application ?? ''}`) : formatPhone(phone))

/** "Ayşe Yılmaz, Çelik Dış Ticaret A.Ş., +90 532 …" */
const inWords = ({ name, firm, phone, email }: ParticipantRow): string =>
  [name, firm, phone && formatPhone(phone), email].filter(Boolean).join(', ')
