import type { Message } from '../../../../bot/messenger.ts'
import { formatShortDay } from '../../../../platform/texts/dates.ts'
import { bold, joined, struck } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { Activity } from '../../../activities/index.ts'
import { isCancelled, startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import { timesOf } from '../item-times.ts'
import { iconOf } from '../reminders/item-block.ts'
import { seenKey } from './change-message.ts'

/** What somebody has not said that they have seen: as it stands now. `deliveryId` is the message that asked them first. */
export function againMessage(
  words: Words,
  {
    activity,
    items,
    deliveryId,
  }: { activity: Activity; items: readonly ProgrammeItem[]; deliveryId: number },
): Message {
  const working = activity.workingLanguage ?? undefined
  const blocks = items.map((item) => {
    const times = timesOf(words, item, working)
    const place = readText(item.place, words.language, working)
    const title = `${iconOf(item)} ${readText(item.title, words.language, working) ?? ''}`.trim()
    const day = formatShortDay(startsLocally(item).toPlainDate(), words.language)
    return [
      joined(['🔔 ', isCancelled(item) ? struck(times) : bold(times), ' · ', title], '').toString(),
      isCancelled(item)
        ? words('changes:kind.off', { day })
        : joined([day, ...(place === undefined ? [] : [`📍 ${place}`])], ' · ').toString(),
    ].join('\n')
  })
  return {
    text: [...blocks, words('changes:again'), words('changes:pleaseSeen')].join('\n\n'),
    keyboard: [[seenKey(words, deliveryId)]],
  }
}
