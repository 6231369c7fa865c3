import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import type { Coming, Listed, Recipient } from '../../data/changes/coming-messages.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import * as buttons from './buttons.ts'
import { backRow, whatText, whenText } from './coming-view.ts'
import { personLine } from './people-view.ts'

export interface RecipientsScene {
  activity: Activity
  rows: readonly Recipient[]
  offset: number
  total: number
}

/** Who gets anything within a day, and how much; whom the bot does not reach comes first. */
export function recipientsView(words: Words, { activity, rows, offset, total }: RecipientsScene): Message {
  const activityId = activity.id
  return {
    text: [
      words('reminders:desk.recipients', { title: titleOf(activity, words.language), count: total }),
      rows.map((row) => recipientLine(words, row)).join('\n'),
    ].join('\n\n'),
    keyboard: [
      ...rows.map((row) => [recipientKey(row, activityId)]),
      ...pageKeys(words, { offset, limit: pageSize, total }, (to) =>
        buttons.byPerson.pack({ activityId, offset: to }),
      ),
      ...(total > pageSize ? [[findKey(words, activityId)]] : []),
      backRow(words, activityId),
    ],
  }
}

/** Those of whose name something was written is a part. */
export const foundView = (
  words: Words,
  { activity, rows, total }: Omit<RecipientsScene, 'offset'>,
): Message => ({
  text: [
    words('reminders:desk.found', { count: total }),
    rows.map((row) => recipientLine(words, row)).join('\n'),
  ].join('\n\n'),
  keyboard: [
    ...rows.map((row) => [recipientKey(row, activity.id)]),
    [findKey(words, activity.id)],
    backRow(words, activity.id),
  ],
})

export interface OfPersonScene {
  activity: Activity
  items: readonly ProgrammeItem[]
  person: Listed
  rows: readonly Omit<Coming, 'people'>[]
  offset: number
  total: number
}

/** What one person gets within a day, message by message. */
export function ofPersonView(words: Words, scene: OfPersonScene): Message {
  const { activity, person, rows, offset, total } = scene
  const activityId = activity.id
  return {
    text: [
      words('reminders:desk.ofPerson', { name: person.name, count: total }),
      ...(person.isReachable ? [] : [personLine(words, person)]),
      rows
        .map((row) =>
          words('reminders:desk.plainLine', {
            when: whenText(words, scene, row),
            what: whatText(words, scene, row),
          }),
        )
        .join('\n'),
    ].join('\n\n'),
    keyboard: [
      ...pageKeys(words, { offset, limit: pageSize, total }, (to) =>
        buttons.ofPerson.pack({ activityId, personId: person.id, offset: to }),
      ),
      [
        {
          text: words.plain('reminders:desk.toPeople'),
          callback_data: buttons.byPerson.pack({ activityId, offset: 0 }),
        },
      ],
    ],
  }
}

const recipientLine = (words: Words, row: Recipient): string =>
  [personLine(words, row), words('reminders:desk.messages', { count: row.messages })].join(' · ')

const recipientKey = ({ id, name }: Recipient, activityId: number): InlineKeyboardButton => ({
  text: shortenedTo(name, 40),
  callback_data: buttons.ofPerson.pack({ activityId, personId: id, offset: 0 }),
})

const findKey = (words: Words, activityId: number): InlineKeyboardButton => ({
  text: words.plain('reminders:desk.find'),
  callback_data: buttons.findPerson.pack({ activityId }),
})
