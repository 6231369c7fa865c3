import type { CalendarEvent } from '../../../../platform/calendar-file.ts'
import { formatClock } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText, type Language, type LocalizedText } from '../../../../shared/localized-text.ts'
import { itemTitle } from '../item-title.ts'
import { formatPhone } from '../../../people/index.ts'
import { isFlight } from '../../domain/vehicle.ts'
import { endsLocally, isCancelled, startsLocally, type ProgrammeItem } from '../../domain/item.ts'

/** An item as it stands in somebody's calendar, in their language. */
export function eventOf(
  item: ProgrammeItem,
  words: Words,
  { botUsername, working, grown }: { botUsername: string; working: Language | null; grown: number },
): CalendarEvent {
  const read = (text: LocalizedText) => readText(text, words.language, working ?? undefined) ?? ''
  const place = [read(item.place), item.address].filter(Boolean).join(', ')
  return {
    uid: `item-${item.id}@${botUsername}.t.me`,
    sequence: item.revision - 1 + grown,
    changedAt: item.changedAt,
    startsAt: startsLocally(item),
    endsAt: item.endsAt ? endsLocally(item) : null,
    title: item.ownFlight
      ? (itemTitle(words, item) ?? '')
      : [isFlight(item) && item.transport, itemTitle(words, item, working ?? undefined)]
          .filter(Boolean)
          .join(' · '),
    place,
    description: linesOf(item, words, read).join('\n'),
    url: item.onlineUrl,
    point: item.map,
    isCancelled: isCancelled(item),
  }
}

/** What a calendar has no field for; a calendar shows one clock, so an end by another clock is said in words. */
function linesOf(item: ProgrammeItem, words: Words, read: (text: LocalizedText) => string): string[] {
  const said = (key: 'transport' | 'terminal' | 'dress' | 'bring' | 'contact', text: string | null) =>
    text ? [words.plain(`calendar:event.${key}`, { text })] : []
  const arrives =
    item.endsAt && item.startZone !== item.endZone
      ? [
          words.plain('calendar:event.arrives', {
            time: formatClock(endsLocally(item)),
            city: read(item.endCity),
          }),
        ]
      : []
  return [
    ...arrives,
    ...(isFlight(item) || item.ownFlight ? [] : said('transport', item.transport)),
    ...said('terminal', item.terminal),
    ...said('bring', read(item.bring)),
    ...said('dress', read(item.dress)),
    ...said('contact', contactOf(item)),
    ...(read(item.notes) ? [read(item.notes)] : []),
  ]
}

const contactOf = ({ contactName, contactPhone }: ProgrammeItem): string | null =>
  [contactName, contactPhone && formatPhone(contactPhone)].filter(Boolean).join(', ') || null
