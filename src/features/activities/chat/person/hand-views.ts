import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { formatClock } from '../../../../platform/texts/dates.ts'
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
  now: Temporal.Instant
  zone: string
}

/** Whoever has waited for so many minutes is marked. */
const minutesLate = 60

/** People without Telegram, with how much waits to be passed on to each; whoever has waited longest comes first. */
export function handListView(words: Words, scene: HandListScene): Message {
  const { activity, all, offset } = scene
  const activityId = activity.id
  const waiting = all.reduce((sum, one) => sum + one.waiting, 0)
  const page = all.slice(offset, offset + pageSize)
  return {
    text: [
      words('person:hand.head', { title: titleOf(activity, words.language) }),
      waiting > 0
        ? words('person:hand.waiting', { count: waiting })
        : words(all.length > 0 ? 'person:hand.allTold' : 'person:hand.nobody'),
      page.map((one) => personLine(words, one, scene)).join('\n'),
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

function personLine(words: Words, person: HandPerson, { now, zone }: HandListScene): string {
  const { name, firm, phone, waiting: count, since } = person
  const who = [name ?? '–', firm, phone && formatPhone(phone)].filter(Boolean).join(', ')
  if (since === null) return words('person:hand.line', { who })
  const isLate = now.since(since).total('minutes') >= minutesLate
  const key = isLate ? 'person:hand.lineLate' : 'person:hand.lineWaiting'
  return words(key, { ...momentFields(words, since, zone), who, count })
}

/** What waits for somebody, each ready to be copied, with their phone; and what they have been told last. */
export function handPersonView(words: Words, scene: HandTold & { zone: string }): Message {
  const { activity, who, waiting, told, zone } = scene
  const { dutyPhone } = activity.details
  const call = typeof dutyPhone === 'string' ? formatPhone(dutyPhone) : undefined
  const about = { activityId: activity.id, applicationId: who.applicationId }
  const more = who.waiting - waiting.length
  return {
    text: [
      words('person:hand.person', {
        who: [who.name ?? '–', who.firm].filter(Boolean).join(', '),
        phone: who.phone === null ? '–' : formatPhone(who.phone),
      }),
      waiting.length > 0 ? words('person:hand.copy') : words('person:hand.allTold'),
      ...waiting.map((message, at) => messageBlock(words, message, { number: at + 1, zone, call })),
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

interface BlockScene {
  number: number
  zone: string
  /** Whom they can call. */
  call: string | undefined
}

function messageBlock(words: Words, message: HandMessage, { number, zone, call }: BlockScene): string {
  const { text, at, usefulUntil } = message
  const fields = { ...momentFields(words, at, zone), number: String(number) }
  const said = text === null || text === '' ? words.plain('person:hand.noWords') : text
  const ready = [shortenedTo(said, mostLetters), ...(call === undefined ? [] : [`☎️ ${call}`])].join('\n\n')
  if (usefulUntil === null) return words('person:hand.message', { ...fields, text: ready })
  const until = formatClock(usefulUntil.toZonedDateTimeISO(zone))
  return words('person:hand.messageUntil', { ...fields, until, text: ready })
}

/** What has been passed on, or was not while it was of use. */
const toldLine = (words: Words, { toldAt, toldBy, at }: HandMessage, zone: string): string =>
  toldAt === null
    ? words('person:hand.lapsed', momentFields(words, at, zone))
    : words('person:hand.wasTold', { ...momentFields(words, toldAt, zone), who: toldBy ?? '–' })
