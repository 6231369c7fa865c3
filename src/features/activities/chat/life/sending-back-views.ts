import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { formatDay } from '../../../../platform/texts/dates.ts'
import type { Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { cityOf, type Activity } from '../../domain/activity.ts'
import type { SendingBack } from '../../domain/sent-back.ts'
import * as buttons from '../buttons.ts'
import type { AskedLine } from './sent-back-views.ts'

export interface SendingBackScene {
  activity: Activity
  /** Whom it is about. */
  name: string
  chosen: SendingBack
}

/** Which questions are asked again: a tick each, in place. */
export function questionsView(
  words: Words,
  { name, chosen }: SendingBackScene,
  lines: readonly AskedLine[],
  offset: number,
): Message {
  const { applicationId, asked } = chosen
  return {
    text: words('life:sentBack.which', { name, count: asked.length }),
    keyboard: [
      ...lines.slice(offset, offset + pageSize).map(({ step, label, value }) => [
        {
          text: shortenedTo(
            `${asked.includes(step) ? '☑️' : '▫️'} ${value ? words.plain('life:sentBack.choice', { label, value }) : label}`,
            56,
          ),
          callback_data: buttons.tickSendBack.pack({ applicationId, step, offset }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total: lines.length }, (to) =>
        buttons.askSendBack.pack({ applicationId, offset: to }),
      ),
      ...(asked.length > 0
        ? [key(words.plain('life:sentBack.toDay'), buttons.daySendBack.pack({ applicationId }))]
        : []),
      key(words.plain('bot:back'), buttons.openApplication.pack({ applicationId })),
    ],
  }
}

/** Until when: some days at a tap, or another one to be written. */
export const dayView = (
  words: Words,
  { activity, name, chosen: { applicationId } }: SendingBackScene,
  days: readonly Temporal.PlainDate[],
): Message => ({
  text: words('life:sentBack.whichDay', { name, city: cityOf(activity, words.language) }),
  keyboard: [
    ...days.map((day) =>
      key(
        formatDay(day, words.language),
        buttons.chooseSendBackDay.pack({ applicationId, day: day.toString() }),
      ),
    ),
    key(words.plain('life:sentBack.otherDay'), buttons.typeSendBackDay.pack({ applicationId })),
    key(words.plain('bot:back'), buttons.askSendBack.pack({ applicationId, offset: 0 })),
  ],
})

/** The message as the person will read it, before anything is sent; `note`: what there is to know of its language. */
export const sendingPreview = (
  words: Words,
  { name, chosen: { applicationId, sentence } }: SendingBackScene,
  { message, note }: { message: Html; note: readonly string[] },
): Message => ({
  text: [words('life:sentBack.preview', { name, message }), ...note].join('\n\n'),
  keyboard: [
    key(words.plain('life:sentBack.send'), buttons.sendBack.pack({ applicationId })),
    key(
      words.plain(sentence === null ? 'life:sentBack.addSentence' : 'life:sentBack.changeSentence'),
      buttons.writeSendBack.pack({ applicationId }),
    ),
    key(words.plain('bot:back'), buttons.daySendBack.pack({ applicationId })),
  ],
})

const key = (text: string, callback_data: string): InlineKeyboardButton[] => [{ text, callback_data }]
