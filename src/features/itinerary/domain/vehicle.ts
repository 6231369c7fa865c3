import { fold } from '../../../shared/tables/fold.ts'
import type { ItemFacts } from './item.ts'
import { isFlight } from './minutes-before.ts'

/** With what one travels; `other` on foot, or nobody has said. */
export type Vehicle = 'flight' | 'train' | 'bus' | 'other'

/** What a leg is made with, by its number and what it is called in any language. */
export function vehicleOf(item: ItemFacts): Vehicle {
  if (item.kind !== 'travel') return 'other'
  if (isFlight(item)) return 'flight'
  const transport = fold(item.transport ?? '')
  // Buses are numbered: "1, 2".
  if (busWords.test(transport) || /^\d{1,2}( ?[,;/+&-] ?\d{1,2})*$/.test(transport.trim())) return 'bus'
  if (trainWords.test(transport)) return 'train'
  const titles = Object.values(item.title).map((title) => fold(title))
  if (titles.some((title) => busWords.test(title))) return 'bus'
  return titles.some((title) => trainWords.test(title)) ? 'train' : 'other'
}

const busWords = /\b((mini|midi|oto|auto)?bus\w*|coach|autocar|minivan|shuttle|navette)\b/
const trainWords = /\b(tren|trenle|train|ave|avlo|yht|tgv|ouigo|inoui|renfe|tcdd|rodalies|cercanias)\b/
