import { formatShortDay } from '../../../../platform/texts/dates.ts'
import { joined, type Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { type Language } from '../../../../shared/localized-text.ts'
import { startsLocally, type ItemFacts } from '../../domain/item.ts'
import { fitting } from '../first-line.ts'
import { cityName } from '../item-times.ts'
import { itemTitle } from '../item-title.ts'
import { iconOf } from '../reminders/item-block.ts'

export interface HeadScene {
  now: Temporal.Instant
  working: Language | undefined
}

/**
 * "🔄 Sun 13 Dec · 08:45 → 09:15 · Barcelona · 🏛 Visit": the first line of what is said of a change, with the day where it
 * is not today's and `clock` does not say it. A title that a locked phone does not show whole stands below, too.
 */
export function headLines(
  words: Words,
  item: ItemFacts,
  { now, working }: HeadScene,
  { mark, clock, saysDay = false }: { mark: string; clock: Html; saysDay?: boolean },
): string[] {
  const day = startsLocally(item).toPlainDate()
  const isToday = day.equals(now.toZonedDateTimeISO(item.startZone).toPlainDate())
  const before = isToday || saysDay ? [] : [formatShortDay(day, words.language), ' · ']
  const city = cityName(item.startCity, item.startZone, words.language, working)
  const head = joined([mark, ' ', ...before, clock, ` · ${city} · ${iconOf(item)} `], '').toString()
  const title = itemTitle(words, item, working) ?? ''
  const shown = fitting(head.replace(/<[^>]*>/g, ''), title)
  const line = joined([shown]).toString()
  return [`${head}${line}`.trimEnd(), ...(shown === title ? [] : [joined([title]).toString()])]
}
