import type { Message } from '../../../../bot/messenger.ts'
import { joined } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import { formatPhone } from '../../../people/index.ts'
import type { Told } from '../../data/changes/change-standing.ts'
import * as buttons from './buttons.ts'

/** Names that one list shows; whoever is beyond is counted. */
const most = 20

/** Who has been told of the latest changes and who has seen them; the others by name, with their phones. */
export function standingView(words: Words, activity: Activity, told: readonly Told[]): Message {
  const byHand = told.filter((one) => one.byHand !== null)
  const asked = told.filter((one) => one.needsSeen && one.byHand === null)
  const seen = asked.filter(({ isSeen }) => isSeen).length
  const notReached = told.filter(
    ({ state, isSeen }) => !isSeen && (state === 'unreachable' || state === 'refused'),
  )
  const inDoubt = told.filter(({ state, isSeen }) => !isSeen && state === 'in_doubt')
  const silent = silentOf(told)
  const blocks = [
    words('changes:card.head', { activity: titleOf(activity, words.language) }),
    [
      words('changes:card.told', { count: told.length - notReached.length - byHand.length }),
      ...(asked.length > 0 ? [words('changes:card.seen', { seen, asked: asked.length })] : []),
      ...byHandLine(words, byHand),
    ].join('\n'),
    ...listOf(words, words('changes:card.unreached'), notReached),
    ...listOf(
      words,
      words('changes:card.passOn'),
      byHand.filter((one) => one.byHand === 'waits'),
    ),
    ...listOf(words, words('changes:card.doubt'), inDoubt),
    ...listOf(
      words,
      words('changes:card.unseen'),
      silent.filter(({ state }) => state !== 'in_doubt'),
    ),
  ]
  const { id: activityId } = activity
  return {
    text: blocks.join('\n\n'),
    isProtected: true,
    keyboard: [
      ...(silent.length > 0
        ? [
            [
              {
                text: words.plain('changes:card.ask', { count: silent.length }),
                callback_data: buttons.askAgain.pack({ activityId }),
              },
            ],
          ]
        : []),
      [
        {
          text: words.plain('changes:card.refresh'),
          callback_data: buttons.refreshCard.pack({ activityId }),
        },
      ],
    ],
  }
}

/** Those who can be reached and have not said that they have seen what asked for it. */
export const silentOf = (told: readonly Told[]): Told[] =>
  told.filter(
    ({ needsSeen, isSeen, state, byHand }) =>
      needsSeen && !isSeen && byHand === null && state !== 'unreachable' && state !== 'refused',
  )

/** What a coordinator has said on the telephone has been told, and nobody has seen it. */
const byHandLine = (words: Words, byHand: readonly Told[]): string[] =>
  byHand.length === 0
    ? []
    : [
        words('changes:card.byHand', {
          told: byHand.filter((one) => one.byHand === 'told').length,
          people: byHand.length,
        }),
      ]

function listOf(words: Words, head: string, people: readonly Told[]): string[] {
  if (people.length === 0) return []
  const lines = people
    .slice(0, most)
    .map(({ name, phone }) =>
      joined([
        `• ${name} · ${phone === null ? words.plain('changes:card.noPhone') : formatPhone(phone)}`,
      ]).toString(),
    )
  const rest = people.length - most
  return [[head, ...lines, ...(rest > 0 ? [words('changes:card.more', { count: rest })] : [])].join('\n')]
}
