import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../../../platform/texts/words.ts'
import { isRecallable } from '../../domain/afterwards/recall.ts'
import { asksForWord, type Broadcast } from '../../domain/broadcast.ts'
import { askRecall, askResendDoubtful, correctBroadcast, setForNewcomers } from '../afterwards/buttons.ts'
import { labelOf } from '../broadcast-keyboard.ts'
import { undoBroadcast } from '../composing/buttons.ts'
import * as buttons from './buttons.ts'
import type { CardScene } from './card-view.ts'

/** What can be done with a broadcast as it stands. */
export function cardKeys(words: Words, scene: CardScene): InlineKeyboardButton[][] {
  const { broadcast, numbers, tally, silent, altered, byHand } = scene
  const { id: broadcastId, state, recalledAt } = broadcast
  const key = (text: string, callback_data: string) => [{ text, callback_data }]
  if (state === 'arming' || state === 'scheduled')
    return [key(words.plain('composing:leaving.undo'), undoBroadcast.pack({ broadcastId }))]
  if (broadcast.startedAt === null) return []
  const list = (kind: string, label: string, nth = 0) =>
    key(label, buttons.openList.pack({ broadcastId, kind, nth, offset: 0 }))
  const { blocked = 0, never_started: never = 0, failed = 0, quiet = 0, in_doubt: doubt = 0 } = numbers.states
  const unreached = blocked + never + failed
  const isOver = state !== 'sending'
  return [
    ...(isOver ? [] : [key(words.plain('sending:stop'), buttons.stopBroadcast.pack({ broadcastId }))]),
    ...(asksForWord(broadcast) && silent > 0 && recalledAt === null
      ? [
          key(words.plain('watching:ask', { count: silent }), buttons.askSilent.pack({ broadcastId })),
          list('silent', words.plain('watching:list.silent', { count: silent })),
        ]
      : []),
    ...broadcast.answers.flatMap((option, nth) => {
      const count = tally.get(nth) ?? 0
      return count > 0 ? [list('answer', `${labelOf(option, words)} · ${count}`, nth)] : []
    }),
    ...(byHand.waiting > 0
      ? [list('passOn', words.plain('watching:list.passOn', { count: byHand.waiting }))]
      : []),
    ...(unreached > 0
      ? [list('unreached', words.plain('watching:list.unreached', { count: unreached }))]
      : []),
    ...(doubt > 0 ? [list('doubt', words.plain('watching:list.doubt', { count: doubt }))] : []),
    ...(quiet > 0 ? [list('quiet', words.plain('watching:list.quiet', { count: quiet }))] : []),
    ...(altered.failed > 0
      ? [list('unaltered', words.plain('watching:list.unaltered', { count: altered.failed }))]
      : []),
    ...(isOver && recalledAt === null && failed + blocked > 0
      ? [key(words.plain('watching:resend'), buttons.resendBroadcast.pack({ broadcastId }))]
      : []),
    ...(isOver && recalledAt === null && doubt > 0
      ? [key(words.plain('afterwards:doubt.open'), askResendDoubtful.pack({ broadcastId }))]
      : []),
    ...afterwardsRows(words, scene),
    [
      ...(isOver ? key(words.plain('watching:table.button'), buttons.sendTable.pack({ broadcastId })) : []),
      ...key(words.plain('watching:refresh'), buttons.openCard.pack({ broadcastId })),
    ],
  ]
}

/** What can still be done with what has left. */
function afterwardsRows(words: Words, { broadcast, now }: CardScene): InlineKeyboardButton[][] {
  const { id: broadcastId, recalledAt, isForNewcomers } = broadcast
  if (recalledAt !== null) return []
  return [
    [
      { text: words.plain('afterwards:correct.open'), callback_data: correctBroadcast.pack({ broadcastId }) },
      ...(isRecallable(broadcast, now)
        ? [{ text: words.plain('afterwards:recall.open'), callback_data: askRecall.pack({ broadcastId }) }]
        : []),
    ],
    ...(canBeForNewcomers(broadcast)
      ? [
          [
            {
              text: words.plain(`afterwards:newcomers.${isForNewcomers ? 'off' : 'on'}`),
              callback_data: setForNewcomers.pack({ broadcastId, is: isForNewcomers ? 0 : 1 }),
            },
          ],
        ]
      : []),
  ]
}

/** Where somebody has said until when it is of use, newcomers get it until then. */
const canBeForNewcomers = ({ audience, usefulUntil, state }: Broadcast): boolean =>
  audience.activityId !== null &&
  audience.notOnBoard === null &&
  audience.states.includes('approved') &&
  usefulUntil === null &&
  state !== 'stopped'
