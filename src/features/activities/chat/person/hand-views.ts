import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { formatPhone } from '../../../people/index.ts'
import type { HandTold } from '../../actions/person/pass-on.ts'
import type { HandMessage, HandPerson } from '../../data/person/hand-list.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { activityRow } from '../activity-row.ts'
import * as buttons from '../buttons.ts'
import { momentFields } from '../life/offer-views.ts'

export interface HandListScene {
  activity: Activity
  all: readonly HandPerson[]
  offset: number
}

/** People without Telegram, with how much waits to be passed on to each; the longest list first. */
export function handListView(words: Words, { activity, all, offset }: HandListScene): Message {
  const activityId = activity.id
  const waiting = all.reduce((sum, one) => sum + one.waiting, 0)
  const page = all.slice(offset, offset + pageSize)
  return {
    text: [
      words('person:hand.head', { title: titleOf(activity, words.language) }),
      waiting > 0
        ? words('person:hand.waiting', { count: waiting })
        : words(all.length > 0 ? 'person:hand.allTold' : 'person:hand.nobody'),
      page.map((one) => personLine(words, one)).join('\n'),
    ]
      .filter((block) => block !== '')
      .join('\n\n'),
    keyboard: [
      ...page.map(({ applicationId, name, waiting: count }) => [
        {
          text: words.plain(count > 0 ? 'person:hand.openWaiting' : 'person:hand.open', {
            name: shortenedTo(name ?? '–', 30),
            ...(count > 0 ? { count } : {}),
          }),
          callback_data: buttons.openHand.pack({ activityId, applicationId }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total: all.length }, (to) =>
        buttons.listHands.pack({ activityId, offset: to }),
      ),
      [{ text: words.plain('person:hand.enter'), callback_data: buttons.enterByHand.pack({ activityId }) }],
      activityRow(words.plain('person:keys.activity'), activityId),
    ],
  }
}

const personLine = (words: Words, { name, firm, phone, waiting }: HandPerson): string =>
  words(waiting > 0 ? 'person:hand.lineWaiting' : 'person:hand.line', {
    who: [name ?? '–', firm, phone && formatPhone(phone)].filter(Boolean).join(', '),
    ...(waiting > 0 ? { count: waiting } : {}),
  })

/** What waits for somebody, each ready to be copied, with their phone; and what they have been told last. */
export function handPersonView(words: Words, scene: HandTold & { zone: string }): Message {
  const { activity, who, waiting, told, zone } = scene
  const about = { activityId: activity.id, applicationId: who.applicationId }
  const more = who.waiting - waiting.length
  return {
    text: [
      words('person:hand.person', {
        who: [who.name ?? '–', who.firm].filter(Boolean).join(', '),
        phone: who.phone === null ? '–' : formatPhone(who.phone),
      }),
      waiting.length > 0 ? words('person:hand.copy') : words('person:hand.allTold'),
      ...waiting.map((message, at) => messageBlock(words, message, at + 1, zone)),
      ...(more > 0 ? [words('person:hand.more', { count: more })] : []),
      told.map((message) => toldLine(words, message, zone)).join('\n'),
    ]
      .filter((block) => block !== '')
      .join('\n\n'),
    keyboard: [
      ...waiting.map(({ id: messageId }, at): InlineKeyboardButton[] => [
        {
          text: words.plain('person:hand.told', { number: String(at + 1) }),
          callback_data: buttons.toldByHand.pack({ ...about, messageId }),
        },
      ]),
      [
        {
          text: words.plain('person:hand.link'),
          callback_data: buttons.openInvited.pack({
            activityId: activity.id,
            kind: 'person',
            id: who.personId,
          }),
        },
      ],
      [
        {
          text: words.plain('person:keys.card'),
          callback_data: buttons.openPerson.pack({ applicationId: who.applicationId }),
        },
      ],
      [
        {
          text: words.plain('person:hand.back'),
          callback_data: buttons.listHands.pack({ activityId: activity.id, offset: 0 }),
        },
      ],
    ],
  }
}

/** Letters of one message: three of them fit into one of Telegram's. */
const mostLetters = 1000

const messageBlock = (words: Words, { text, at }: HandMessage, number: number, zone: string): string =>
  words('person:hand.message', {
    ...momentFields(words, at, zone),
    number: String(number),
    text: shortenedTo(text === null || text === '' ? words.plain('person:hand.noWords') : text, mostLetters),
  })

const toldLine = (words: Words, { toldAt, toldBy, at }: HandMessage, zone: string): string =>
  words('person:hand.wasTold', { ...momentFields(words, toldAt ?? at, zone), who: toldBy ?? '–' })
