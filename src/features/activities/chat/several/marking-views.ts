import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { stagedOutcomes, type StagedOutcome } from '../../domain/staging.ts'
import { fitting } from '../applying/fitting.ts'
import * as buttons from '../buttons.ts'

/** Characters that the names of all who are ticked take at most. */
const mostOfNames = 1500

const key = (text: string, callback_data: string): InlineKeyboardButton[] => [{ text, callback_data }]

/** On which list somebody is ticking: those under review, or those who wait. */
export const markingTabs = ['submitted', 'waitlisted'] as const
export type MarkingTab = (typeof markingTabs)[number]

export interface MarkingScene {
  activity: Activity
  tab: MarkingTab
  offset: number
  total: number
  rows: readonly { id: number; number: string; name: string; isMarked: boolean; staged?: StagedOutcome }[]
  /** Ticked on all pages. */
  count: number
}

/** A page of a list, a tick before each; what is ticked on other pages stays. */
export function markingView(words: Words, scene: MarkingScene): Message {
  const { activity, tab, offset, total, rows, count } = scene
  const { id: activityId } = activity
  const tick = (applicationId: number) =>
    buttons.tickSeveral.pack({ activityId, state: tab, offset, applicationId })
  return {
    text: words('several:mark.title', {
      title: titleOf(activity, words.language),
      tab: words.plain(`activities:desk.tab.${tab}`),
      count,
    }),
    keyboard: [
      ...rows.map(({ id, number, name, isMarked, staged }) =>
        key(
          shortenedTo(
            // A long firm cuts the end off: what is decided already stands before it.
            `${isMarked ? '☑️' : '▫️'} ${number} ${staged ? `${words.plain(`several:mark.${staged}`)} ` : ''}${name}`,
            44,
          ),
          tick(id),
        ),
      ),
      ...pageKeys(words, { offset, limit: pageSize, total }, (to) =>
        buttons.markSeveral.pack({ activityId, state: tab, offset: to }),
      ),
      ...(rows.some(({ isMarked }) => !isMarked) ? [key(words.plain('several:mark.page'), tick(0))] : []),
      ...(count > 0
        ? [
            key(words.plain('several:mark.go', { count }), buttons.askSeveral.pack({ activityId })),
            key(words.plain('several:mark.none'), tick(-1)),
          ]
        : []),
      key(
        words.plain('activities:card.toList'),
        buttons.listApplications.pack({ activityId, state: tab, offset: 0 }),
      ),
    ],
  }
}

export type How = 'now' | 'later'
export const isHow = (text: string): text is How => text === 'now' || text === 'later'

/** What shall be decided for all who are ticked: told at once, or kept until it is announced. */
export function severalQuestion(words: Words, activity: Activity, names: readonly string[]): Message {
  const { id: activityId } = activity
  const count = names.length
  const choices = (how: How) =>
    stagedOutcomes.map((outcome) =>
      key(
        words.plain(how === 'now' ? `several:now.${outcome}` : `several:later.${outcome}`),
        outcome === 'rejected'
          ? buttons.askSeveralReason.pack({ activityId, how })
          : buttons.doSeveral.pack({ activityId, how, outcome, reason: 'unsaid' }),
      ),
    )
  return {
    text: [
      words('several:ask', { title: titleOf(activity, words.language), count }),
      nameLines(words, names),
    ].join('\n\n'),
    keyboard: [
      ...choices('now'),
      ...choices('later'),
      key(words.plain('bot:back'), buttons.markSeveral.pack({ activityId, state: 'submitted', offset: 0 })),
    ],
  }
}

/** More than a handful at once is asked about once more. */
export const confirmQuestion = (
  words: Words,
  activity: Activity,
  {
    names,
    how,
    outcome,
    reason,
  }: { names: readonly string[]; how: How; outcome: StagedOutcome; reason: string },
): Message => ({
  text: [
    words('several:confirm.ask', {
      title: titleOf(activity, words.language),
      outcome: words.plain(how === 'now' ? `several:now.${outcome}` : `several:later.${outcome}`),
      count: names.length,
    }),
    nameLines(words, names),
  ].join('\n\n'),
  keyboard: [
    key(
      words.plain('several:confirm.yes', { count: names.length }),
      buttons.confirmSeveral.pack({ activityId: activity.id, how, outcome, reason }),
    ),
    key(words.plain('bot:back'), buttons.askSeveral.pack({ activityId: activity.id })),
  ],
})

/** Whom it is about, because some of them were ticked on other pages. */
const nameLines = (words: Words, names: readonly string[]): string =>
  fitting(
    names.map((name) => words('several:name', { name })),
    mostOfNames,
  ).join('\n')
