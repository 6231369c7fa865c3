import type { Message } from '../../../../bot/messenger.ts'
import { bold, struck } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { Activity } from '../../../activities/index.ts'
import { isCancelled, type ProgrammeItem } from '../../domain/item.ts'
import { clockSpan } from '../item-times.ts'
import { programmeKey, seenKey } from './change-message.ts'
import { headLines } from './head-lines.ts'

/** What somebody has not said that they have seen: as it stands now. `deliveryId` is the message that asked them first. */
export function againMessage(
  words: Words,
  {
    activity,
    items,
    deliveryId,
    now,
  }: { activity: Activity; items: readonly ProgrammeItem[]; deliveryId: number; now: Temporal.Instant },
): Message {
  const scene = { now, working: activity.workingLanguage ?? undefined }
  const blocks = items.map((item) => {
    const isOff = isCancelled(item)
    const span = clockSpan(words, item)
    const place = readText(item.place, words.language, scene.working)
    return [
      ...headLines(words, item, scene, { mark: '🔔', clock: isOff ? struck(span) : bold(span) }),
      ...(isOff
        ? [words('changes:kind.off')]
        : place === undefined
          ? []
          : [words('changes:place', { place })]),
    ].join('\n')
  })
  return {
    text: [...blocks, words('changes:again'), words('changes:pleaseSeen')].join('\n\n'),
    keyboard: [[seenKey(words, deliveryId)], [programmeKey(words)]],
  }
}
