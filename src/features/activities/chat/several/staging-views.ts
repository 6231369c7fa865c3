import type { InlineKeyboardButton } from 'grammy/types'
import { inTwos } from '../../../../bot/in-twos.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { formatDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { cityOf, titleOf, type Activity } from '../../domain/activity.ts'
import { rejectionReasons } from '../../domain/rejection.ts'
import {
  decisionsIn,
  stagedOutcomes,
  type Staged,
  type StagedCounts,
  type StagedOutcome,
} from '../../domain/staging.ts'
import * as buttons from '../buttons.ts'
import { untilFields } from '../trips/until.ts'
import { reasonText } from '../applying/outcome-text.ts'

const key = (text: string, callback_data: string): InlineKeyboardButton[] => [{ text, callback_data }]

/** What is to be announced about somebody, under their card; a rejection asks why first. */
export const stageKeys = (
  words: Words,
  applicationId: number,
  outcomes: readonly StagedOutcome[],
): InlineKeyboardButton[][] => [
  ...outcomes.map((outcome) =>
    key(
      words.plain(`several:later.${outcome}`),
      outcome === 'rejected'
        ? buttons.askStageReason.pack({ applicationId })
        : buttons.stage.pack({ applicationId, outcome, reason: 'unsaid' }),
    ),
  ),
  key(words.plain('bot:back'), buttons.openApplication.pack({ applicationId })),
]

/** Why: at one tap, or in words of one's own. */
export const reasonKeysFor = (
  words: Words,
  to: { reason(name: string): string; own: string; back: string },
): InlineKeyboardButton[][] => [
  ...inTwos(
    [...rejectionReasons, 'unsaid' as const, 'own' as const].map((name) => ({
      text: words.plain(`activities:reasonKeys.${name}`),
      callback_data: name === 'own' ? to.own : to.reason(name),
    })),
  ),
  key(words.plain('bot:back'), to.back),
]

/** A decision that nobody but coordinators knows of, as a line of the card. */
export function stagedLine(words: Words, { outcome, rejection }: Staged, by: string): string {
  const reason = outcome === 'rejected' ? reasonText(words, rejection) : undefined
  const said = words.plain(`several:outcome.${outcome}`)
  return words('several:staged', { outcome: reason === undefined ? said : `${said} (${reason})`, by })
}

export interface KeptScene {
  activity: Activity
  counts: StagedCounts
  seated: number
  /** Firms that would have more seats than they may. */
  firms: readonly { name: string; seats: number }[]
  dueAt: Temporal.Instant | undefined
  rows: readonly { applicationId: number; outcome: StagedOutcome; name: string }[]
  offset: number
  /** Some have been told already, the others follow. */
  isUnderWay: boolean
}

/** What is going to be announced: how many of each, against seats and quota, who, and when. */
export function keptView(words: Words, scene: KeptScene): Message {
  const { activity, counts, offset, rows, dueAt } = scene
  const { id: activityId } = activity
  const total = decisionsIn(counts)
  return {
    text: [
      words('several:kept.title', { title: titleOf(activity, words.language) }),
      ...(total === 0 ? [words('several:kept.none')] : [countLines(words, scene)]),
      ...(scene.isUnderWay ? [words('several:kept.underWay')] : []),
      ...(dueAt && !scene.isUnderWay
        ? [
            words('several:kept.planned', {
              ...untilFields(words, dueAt, {
                zone: activity.timeZone,
                city: cityOf(activity, words.language),
              }),
            }),
          ]
        : []),
    ].join('\n\n'),
    keyboard: [
      ...rows.map(({ applicationId, outcome, name }) =>
        key(
          shortenedTo(`${words.plain(`several:mark.${outcome}`)} ${name}`, 40),
          buttons.openApplication.pack({ applicationId }),
        ),
      ),
      ...pageKeys(words, { offset, limit: pageSize, total: total + (counts.gone ?? 0) }, (to) =>
        buttons.keptDecisions.pack({ activityId, offset: to }),
      ),
      ...(total > 0 && !scene.isUnderWay
        ? [
            key(words.plain('several:kept.now', { count: total }), buttons.askAnnounce.pack({ activityId })),
            key(
              words.plain(dueAt ? 'several:kept.otherMoment' : 'several:kept.later'),
              buttons.askAnnounceMoment.pack({ activityId }),
            ),
          ]
        : []),
      ...(dueAt && !scene.isUnderWay
        ? [key(words.plain('several:kept.callOff'), buttons.callOffAnnouncing.pack({ activityId }))]
        : []),
      key(
        words.plain('activities:card.toList'),
        buttons.listApplications.pack({ activityId, state: 'submitted', offset: 0 }),
      ),
    ],
  }
}

/** How many of each, and what does not fit. */
function countLines(words: Words, { activity, counts, seated, firms }: Omit<KeptScene, 'rows'>): string {
  const approvals = counts.approved ?? 0
  const { capacity } = activity
  const beyond = capacity === null ? 0 : seated + approvals - capacity
  return [
    ...stagedOutcomes.flatMap((outcome) => {
      const count = counts[outcome] ?? 0
      return count > 0 ? [words(`several:count.${outcome}`, { count })] : []
    }),
    ...(counts.gone ? [words('several:count.gone', { count: counts.gone })] : []),
    capacity === null
      ? words('several:kept.seatsOpen', { seated, after: seated + approvals })
      : words('several:kept.seats', { seated, capacity, after: seated + approvals }),
    ...(beyond > 0 ? [words('several:kept.beyond', { count: beyond })] : []),
    ...firms.map(({ name, seats }) => words('several:kept.firm', { name, seats })),
  ].join('\n')
}

/** Announcing is asked once: everybody hears it. */
export const announceQuestion = (words: Words, scene: Omit<KeptScene, 'rows'>): Message => {
  const { activity } = scene
  const total = decisionsIn(scene.counts)
  return {
    text: [
      words('several:announce.ask', { title: titleOf(activity, words.language), count: total }),
      countLines(words, scene),
    ].join('\n\n'),
    keyboard: [
      key(words.plain('several:announce.yes'), buttons.announceNow.pack({ activityId: activity.id })),
      key(words.plain('bot:back'), buttons.keptDecisions.pack({ activityId: activity.id, offset: 0 })),
    ],
  }
}

/** When: some moments at a tap, or another one to be written. */
export const momentQuestion = (
  words: Words,
  activity: Activity,
  moments: readonly Temporal.PlainDateTime[],
): Message => ({
  text: words('several:announce.when', {
    title: titleOf(activity, words.language),
    city: cityOf(activity, words.language),
  }),
  keyboard: [
    ...moments.map((moment) =>
      key(
        words.plain('several:announce.moment', {
          day: formatDay(moment.toPlainDate(), words.language),
          time: `${String(moment.hour).padStart(2, '0')}:00`,
        }),
        buttons.announceAt.pack({
          ...{ activityId: activity.id, day: moment.toPlainDate().toString(), hour: moment.hour },
        }),
      ),
    ),
    key(words.plain('several:announce.other'), buttons.typeAnnounceMoment.pack({ activityId: activity.id })),
    key(words.plain('bot:back'), buttons.keptDecisions.pack({ activityId: activity.id, offset: 0 })),
  ],
})
