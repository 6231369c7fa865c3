import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf } from '../../../activities/index.ts'
import type { Telling } from '../../actions/look-at-changes.ts'
import { markSeen } from '../reminders/buttons.ts'
import { openBelow } from '../seeing/buttons.ts'
import { changeBlock } from './change-block.ts'

/** One message of all that has changed for somebody. */
export function changeMessage(
  words: Words,
  { activity, traveller, news, urgency }: Telling,
  { deliveryId, now }: { deliveryId: number; now: Temporal.Instant },
): Message {
  const scene = { now, working: activity.workingLanguage ?? undefined, bus: traveller.bus }
  const { needsSeen, isSilent } = urgency
  return {
    text: [
      ...news.map((one) => changeBlock(words, one, scene)),
      words('changes:foot', { activity: titleOf(activity, words.language) }),
      ...(needsSeen ? [words('changes:pleaseSeen')] : []),
    ].join('\n\n'),
    keyboard: [...(needsSeen ? [[seenKey(words, deliveryId)]] : []), [programmeKey(words)]],
    ...(isSilent ? { isSilent } : {}),
  }
}

/** Their whole programme, underneath: the message stays. */
export const programmeKey = (words: Words) => ({
  text: words.plain('itinerary:key.open'),
  callback_data: openBelow.pack({}),
})

export const seenKey = (words: Words, deliveryId: number) => ({
  text: words.plain('reminders:seen.button'),
  callback_data: markSeen.pack({ deliveryId }),
})
