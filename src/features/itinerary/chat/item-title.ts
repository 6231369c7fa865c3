import type { Words } from '../../../platform/texts/words.ts'
import { readText, type Language } from '../../../shared/localized-text.ts'
import type { ProgrammeItem } from '../domain/item.ts'

/** What an item is called; what somebody flies on their own is called so, whatever the group's flight is. */
export const itemTitle = (
  words: Words,
  { title, ownFlight }: Pick<ProgrammeItem, 'title' | 'ownFlight'>,
  working?: Language,
): string | undefined =>
  ownFlight
    ? words.plain('itinerary:ownFlight.title', { flight: ownFlight.name })
    : readText(title, words.language, working)
