import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { languages, readText } from '../../../../shared/localized-text.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import { formatPhone } from '../../../people/index.ts'
import type { Coming, Listed, Unheard } from '../../data/coming-fires.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import { cityName } from '../item-times.ts'
import * as buttons from './buttons.ts'

export interface RemindersScene {
  activity: Activity
  rows: readonly Coming[]
  items: readonly ProgrammeItem[]
  offset: number
  total: number
  messages: number
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
            words('reminders:desk.coming', { count: messages }),
            ...rows.map((row) => lineOf(words, scene, row)),
          ].join('\n'),
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

/** By the clock of where the item begins, else of the activity. */
function whenText(
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

function whatText(
  words: Words,
  { activity, items }: Pick<RemindersScene, 'activity' | 'items'>,
  { kind, itemId }: Pick<Coming, 'kind' | 'itemId'>,
): string {
  const item = items.find(({ id }) => id === itemId)
  const title = item && readText(item.title, words.language, activity.workingLanguage ?? undefined)
  if (title && kind !== 'eve') return title
  return words.plain(`reminders:desk.kind.${kind}`)
}

export interface PeopleScene extends Pick<RemindersScene, 'activity' | 'items'> {
  one: Pick<Coming, 'dueAt' | 'itemId' | 'kind'>
  rows: readonly Listed[]
  offset: number
  total: number
}

/** Who gets one of the messages; whom the bot does not reach comes first, with the phone to call. */
export function whoGetsView(words: Words, scene: PeopleScene): Message {
  const { activity, one, rows, offset, total } = scene
  return {
    text: [
      words('reminders:desk.whoGets', {
        ...{ when: whenText(words, scene, one), what: whatText(words, scene, one), count: total },
      }),
      rows.map((row) => personLine(words, row)).join('\n'),
    ].join('\n\n'),
    keyboard: [
      ...pageKeys(words, { offset, limit: peopleOnPage, total }, (to) =>
        buttons.whoGets.pack({
          ...{ activityId: activity.id, kind: one.kind, itemId: one.itemId ?? 0, offset: to },
          minute: Math.floor(one.dueAt.epochMilliseconds / 60_000),
        }),
      ),
      backRow(words, activity.id),
    ],
  }
}

export const peopleOnPage = 20

const personLine = (words: Words, { name, phone, isReachable }: Listed): string =>
  isReachable
    ? words('reminders:desk.person', { name })
    : words('reminders:desk.unreachable', { name, phone: phone === null ? '–' : formatPhone(phone) })

/** Whom a message has not reached, or perhaps not, with the phone to call. */
export function unheardView(
  words: Words,
  scene: { activity: Activity; rows: readonly Unheard[]; offset: number; total: number },
): Message {
  const { activity, rows, offset, total } = scene
  return {
    text: [
      words('reminders:desk.unheard', { count: total }),
      rows
        .map(({ name, phone, state, at }) =>
          words(`reminders:desk.state.${state}`, {
            name,
            phone: phone === null ? '–' : formatPhone(phone),
            time: formatClock(at.toZonedDateTimeISO(activity.timeZone)),
          }),
        )
        .join('\n'),
    ].join('\n\n'),
    keyboard: [
      ...pageKeys(words, { offset, limit: peopleOnPage, total }, (to) =>
        buttons.whoHasNotHeard.pack({ activityId: activity.id, offset: to }),
      ),
      backRow(words, activity.id),
    ],
  }
}

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

const languageNames = { tr: 'Türkçe', en: 'English', es: 'Español', fr: 'Français' } as const

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

const backRow = (words: Words, activityId: number): InlineKeyboardButton[] => [
  {
    text: words.plain('bot:back'),
    callback_data: buttons.openReminders.pack({ activityId, offset: 0 }),
  },
]
