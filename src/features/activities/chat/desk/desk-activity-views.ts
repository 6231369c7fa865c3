import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { sideBySide } from '../../../../bot/in-twos.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { DeskRow } from '../../data/desk/desk-page.ts'
import { closedBecause, titleOf, type Activity } from '../../domain/activity.ts'
import { referenceOf } from '../../domain/application.ts'
import { packFilter } from '../../domain/desk/application-filter.ts'
import * as buttons from '../buttons.ts'
import { deskTabs, tabStates, type DeskTab } from './desk-tabs.ts'
import { activityKeys, offlineKeys } from './activity-keys.ts'
import { firmWithStanding } from './firm-with-standing.ts'
import { formLines, type FormNote } from '../applying/form-notes.ts'
import { shortened } from '../../../uploads/index.ts'
import type { ApplicationState } from '../../domain/life-cycle.ts'
import { severalKeys } from '../several/list-keys.ts'
import { countIn } from '../../domain/seats.ts'

export interface DeskListScene {
  activity: Activity
  tab: DeskTab
  offset: number
  total: number
  counts: Partial<Record<ApplicationState, number>>
  rows: readonly DeskRow[]
  /** Its questionnaires. */
  forms: readonly FormNote[]
  /** Rows of the list of participants that have found nobody yet. */
  waitingRows: number
  /** People without Telegram, and messages that wait to be passed on to them. */
  byHand: { people: number; waiting: number }
  /** Decisions that are not announced yet. */
  kept: number
  /** What later rooms have to do with it. */
  laterKeys: readonly InlineKeyboardButton[][]
  now: Temporal.Instant
}

/** One list of applications, a page of it, and what can be done with the activity. */
export function deskListView(words: Words, scene: DeskListScene): Message {
  const { activity, tab, total, counts, rows, now } = scene
  const closed = closedBecause(activity, now)
  const to = (state: DeskTab, offset: number) =>
    buttons.listApplications.pack({ activityId: activity.id, state, offset })
  const tabKeys = deskTabs.map((name) => ({
    text: `${name === tab ? '● ' : ''}${words.plain(`activities:desk.tab.${name}`)} ${countIn(counts, tabStates[name])}`,
    callback_data: to(name, 0),
  }))
  return {
    text: [
      [
        words('activities:desk.list', {
          title: titleOf(activity, words.language),
          state: words.plain(`activities:desk.tab.${tab}`),
          count: total,
        }),
        ...(closed ? [words(`activities:trips.closed.${closed}`)] : []),
        ...formLines(words, scene.forms),
      ].join('\n'),
      total === 0
        ? words('activities:desk.empty')
        : rows.map((row) => nameLine(words, activity, row)).join('\n'),
    ].join('\n\n'),
    keyboard: [
      tabKeys.slice(0, 2),
      tabKeys.slice(2, 4),
      // Whoever has left matters once somebody has.
      ...(countIn(counts, tabStates.left) > 0 ? [tabKeys.slice(4)] : []),
      [
        {
          text: words.plain('desk:list.inActivity'),
          callback_data: buttons.applicationsList.pack({
            filter: packFilter({ activityId: activity.id }),
            offset: 0,
          }),
        },
      ],
      ...rows.map((row) => [
        {
          text: shortened(`${shortNumber(activity, row)} ${row.name}`, 32),
          callback_data: buttons.openApplication.pack({ applicationId: row.id }),
        },
      ]),
      ...pageKeys(words, { ...scene, limit: pageSize }, (offset) => to(tab, offset)),
      ...severalKeys(words, scene),
      ...sideBySide([...scene.laterKeys, ...offlineKeys(words, scene), ...activityKeys(words, scene)]),
      [{ text: words.plain('activities:desk.open'), callback_data: buttons.desk.pack({}) }],
    ],
  }
}

const shortNumber = ({ code }: Activity, { number }: DeskRow) => referenceOf(code, number).slice(-4)

const nameLine = (words: Words, activity: Activity, row: DeskRow): string =>
  words('activities:desk.nameLine', {
    number: shortNumber(activity, row),
    name: [
      row.staged ? words.plain(`several:mark.${row.staged}`) : '',
      [row.name, firmWithStanding(words, row)].filter(Boolean).join(', '),
    ]
      .filter(Boolean)
      .join(' '),
  })

/** Closing the applications is asked once. */
export const closeQuestion = (words: Words, activity: Activity): Message => ({
  text: words('activities:desk.confirmClose', { title: titleOf(activity, words.language) }),
  keyboard: [
    [
      {
        text: words.plain('activities:desk.closeYes'),
        callback_data: buttons.closeApplications.pack({ activityId: activity.id }),
      },
    ],
    [
      {
        text: words.plain('bot:back'),
        callback_data: buttons.deskActivity.pack({ activityId: activity.id }),
      },
    ],
  ],
})
