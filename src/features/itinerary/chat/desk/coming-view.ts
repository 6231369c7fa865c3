import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import type { Coming } from '../../data/changes/coming-messages.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import { itemTitle } from '../item-title.ts'
import { cityName } from '../item-times.ts'
import { openRules } from '../rules/buttons.ts'
import * as buttons from './buttons.ts'

export interface RemindersScene {
  activity: Activity
  rows: readonly Coming[]
  items: readonly ProgrammeItem[]
  offset: number
  total: number
  messages: number
  /** People among them whom the bot does not reach. */
  unreachable: number
  unheard: number
  pausedAt: Temporal.Instant | null
  isRehearsing: boolean
}

/** The messages of an activity that go out within a day, and what can be done about them. */
export function remindersView(words: Words, scene: RemindersScene): Message {
  const { activity, rows, messages, pausedAt, offset } = scene
  const activityId = activity.id
  return {
    text: [
      words('reminders:desk.title', { title: titleOf(activity, words.language) }),
      ...(pausedAt ? [words('reminders:desk.paused')] : []),
      messages === 0
        ? words('reminders:desk.none')
        : [
            words(`reminders:desk.${pausedAt ? 'planned' : 'coming'}`, { count: messages }),
            ...rows.map((row) => lineOf(words, scene, row)),
          ].join('\n'),
      ...(scene.unreachable > 0 ? [words('reminders:desk.notReached', { count: scene.unreachable })] : []),
    ].join('\n\n'),
    keyboard: [
      ...rows.map((row) => [
        {
          text: shortLabel(words, scene, row),
          callback_data: buttons.whoGets.pack({
            ...{ activityId, kind: row.kind, itemId: row.itemId ?? 0, offset: 0 },
            minute: Math.floor(row.dueAt.epochMilliseconds / 60_000),
          }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total: scene.total }, (to) =>
        buttons.openReminders.pack({ activityId, offset: to }),
      ),
      ...(messages > 0
        ? [
            [
              {
                text: words.plain('reminders:desk.byPerson'),
                callback_data: buttons.byPerson.pack({ activityId, offset: 0 }),
              },
            ],
          ]
        : []),
      ...(scene.unheard > 0
        ? [
            [
              {
                text: words.plain('reminders:desk.unheardKey', { count: scene.unheard }),
                callback_data: buttons.whoHasNotHeard.pack({ activityId, offset: 0 }),
              },
            ],
          ]
        : []),
      [
        pausedAt
          ? {
              text: words.plain('reminders:desk.resume'),
              callback_data: buttons.pauseAll.pack({ activityId, isPaused: 0 }),
            }
          : {
              text: words.plain('reminders:desk.pause'),
              callback_data: buttons.askPause.pack({ activityId }),
            },
      ],
      [{ text: words.plain('rules:button'), callback_data: openRules.pack({ activityId }) }],
      [
        scene.isRehearsing
          ? {
              text: words.plain('reminders:rehearsal.stop'),
              callback_data: buttons.stopRehearsal.pack({}),
            }
          : {
              text: words.plain('reminders:rehearsal.button'),
              callback_data: buttons.askRehearsal.pack({ activityId }),
            },
      ],
    ],
  }
}

const lineOf = (words: Words, scene: RemindersScene, row: Coming): string =>
  words('reminders:desk.line', {
    when: whenText(words, scene, row),
    what: whatText(words, scene, row),
    count: row.people,
  })

/** "08:15 · Coach to the Chamber", as much of it as a button shows. */
function shortLabel(words: Words, scene: RemindersScene, row: Coming): string {
  const label = `${whenText(words, scene, row).split(' (')[0] ?? ''} · ${whatText(words, scene, row)}`
  return [...label].length > 40 ? `${[...label].slice(0, 39).join('')}…` : label
}

/** When something goes out, by the clock of where the item begins, else of the activity. */
export function whenText(
  words: Words,
  { activity, items }: Pick<RemindersScene, 'activity' | 'items'>,
  { dueAt, itemId }: Pick<Coming, 'dueAt' | 'itemId'>,
): string {
  const item = items.find(({ id }) => id === itemId)
  const zone = item?.startZone ?? activity.timeZone
  const city = item?.startCity ?? activity.city
  const local = dueAt.toZonedDateTimeISO(zone)
  const time = `${formatShortDay(local.toPlainDate(), words.language)} ${formatClock(local)}`
  return words.plain('programme:times.inCity', {
    time,
    city: cityName(city, zone, words.language, activity.workingLanguage ?? undefined),
  })
}

/** What it is about: the item, else its kind. */
export function whatText(
  words: Words,
  { activity, items }: Pick<RemindersScene, 'activity' | 'items'>,
  { kind, itemId }: Pick<Coming, 'kind' | 'itemId'>,
): string {
  const item = items.find(({ id }) => id === itemId)
  const title = item && itemTitle(words, item, activity.workingLanguage ?? undefined)
  if (title && kind === 'roll_call') return words.plain('reminders:desk.rollCallOf', { title })
  if (title && (kind === 'change' || kind === 'again'))
    return words.plain('reminders:desk.changeOf', { title })
  if (title && kind !== 'eve') return title
  return words.plain(`reminders:desk.kind.${kind}`)
}

/** Back to what goes out within a day. */
export const backRow = (words: Words, activityId: number): InlineKeyboardButton[] => [
  {
    text: words.plain('bot:back'),
    callback_data: buttons.openReminders.pack({ activityId, offset: 0 }),
  },
]
