import { fold } from '../../../shared/tables/fold.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { readText, type Language } from '../../../shared/localized-text.ts'
import type { ItemFacts, ProgrammeItem } from '../domain/item.ts'

type Titled = Pick<ItemFacts, 'kind' | 'title' | 'host'> & Pick<ProgrammeItem, 'ownFlight'>

/**
 * What an item is called; what somebody flies on their own is called so, whatever the group's flight is, and a meeting by
 * whom it is with as well.
 */
export function itemTitle(words: Words, item: Titled, working?: Language): string | undefined {
  const { kind, ownFlight, host } = item
  if (ownFlight) return words.plain('itinerary:ownFlight.title', { flight: ownFlight.name })
  const title = readText(item.title, words.language, working)
  const isWithSomebody = kind === 'b2b' && host !== null && !fold(title ?? '').includes(fold(host))
  return isWithSomebody ? [title, host].filter(Boolean).join(' – ') : title
}
