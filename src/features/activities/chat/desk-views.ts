import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../domain/activity.ts'
import type { ApplicationState } from '../domain/application.ts'
import { isPlanKind } from '../domain/planning/plan.ts'
import * as buttons from './buttons.ts'

/** The lists of an activity's applications. */
export const deskTabs = ['submitted', 'approved', 'waitlisted', 'rejected'] as const
export type DeskTab = (typeof deskTabs)[number]

export const pageSize = 8

type Counts = Partial<Record<ApplicationState, number>>

/** An activity on the desk, with what waits for a hand. */
export function activityLine(
  words: Words,
  activity: Activity,
  counts: Partial<Record<ApplicationState, number>>,
): string {
  return words('activities:desk.activityLine', {
    title: titleOf(activity, words.language),
    code: activity.code,
    submitted: counts.submitted ?? 0,
    approved: counts.approved ?? 0,
    waitlisted: counts.waitlisted ?? 0,
  })
}

/** One list of applications, a page of it, and what can be done with the activity. */
export function deskListView(
  words: Words,
  {
    activity,
    tab,
    offset,
    total,
    counts,
    lines,
  }: {
    activity: Activity
    tab: DeskTab
    offset: number
    total: number
    counts: Counts
    lines: InlineKeyboardButton[][]
  },
): Message {
  const to = (state: string, at: number) =>
    buttons.listApplications.pack({ activityId: activity.id, state, offset: at })
  const isClosed = activity.state === 'closed'
  return {
    text: [
      words('activities:desk.list', {
        title: titleOf(activity, words.language),
        state: words.plain(`activities:desk.tab.${tab}`),
        count: total,
      }),
      ...(total === 0 ? [words('activities:desk.empty')] : []),
    ].join('\n\n'),
    keyboard: [
      deskTabs.map((name) => ({
        text: `${name === tab ? '● ' : ''}${words.plain(`activities:desk.tab.${name}`)} ${counts[name] ?? 0}`,
        callback_data: to(name, 0),
      })),
      ...lines,
      [
        ...(offset > 0
          ? [{ text: words.plain('bot:back'), callback_data: to(tab, Math.max(offset - pageSize, 0)) }]
          : []),
        ...(offset + pageSize < total
          ? [{ text: words.plain('bot:next'), callback_data: to(tab, offset + pageSize) }]
          : []),
      ],
      isPlanKind(activity.kind) && activity.state !== 'cancelled'
        ? [
            {
              text: words.plain('planning:edit'),
              callback_data: buttons.editActivity.pack({ activityId: activity.id }),
            },
          ]
        : [],
      [
        {
          text: words.plain('activities:desk.poster'),
          callback_data: buttons.poster.pack({ activityId: activity.id }),
        },
      ],
      [
        {
          text: words.plain(isClosed ? 'activities:desk.reopen' : 'activities:desk.close'),
          callback_data: buttons.setState.pack({
            activityId: activity.id,
            state: isClosed ? 'published' : 'closed',
          }),
        },
      ],
      [{ text: words.plain('activities:desk.open'), callback_data: buttons.desk.pack({}) }],
    ].filter((keys) => keys.length > 0),
  }
}
