import { fold } from '../../../shared/tables/fold.ts'
import type { ItemFacts } from './item.ts'

/** With what one travels; `other` on foot, or nobody has said. */
export type Vehicle = 'flight' | 'train' | 'bus' | 'other'

type Leg = Pick<ItemFacts, 'kind' | 'title' | 'startZone' | 'endZone' | 'transport'>

/** What a leg is made with, by its number and what it is called in any language. */
export function vehicleOf(leg: Leg): Vehicle {
  if (leg.kind !== 'travel') return 'other'
  const transport = fold(leg.transport ?? '')
  if (isFlightNumber(leg.transport)) return 'flight'
  // Buses are numbered: "1, 2".
  if (busWords.test(transport) || /^\d{1,2}( ?[,;/+&-] ?\d{1,2})*$/.test(transport.trim())) return 'bus'
  if (trainWords.test(transport)) return 'train'
  const titles = Object.values(leg.title).map((title) => fold(title))
  const says = (words: RegExp) => titles.some((title) => words.test(title))
  const changesClock = leg.startZone !== leg.endZone
  if (changesClock && says(flightWords)) return 'flight'
  if (says(busWords)) return 'bus'
  if (says(trainWords)) return 'train'
  // Nobody walks into another zone.
  return changesClock ? 'flight' : 'other'
}

/** A flight: it carries a flight's number, or changes the clock and is no coach or train. One is there long before it leaves. */
export const isFlight = (leg: Leg): boolean => vehicleOf(leg) === 'flight'

/** Whether one rides in nothing: a walk, or the counters of an airport. */
export const isOnFoot = (leg: Leg): boolean =>
  vehicleOf(leg) === 'other' &&
  leg.kind === 'travel' &&
  Object.values(leg.title).some((title) => footWords.test(fold(title)))

const isFlightNumber = (transport: string | null): boolean =>
  /^([A-Z][A-Z0-9]|[0-9][A-Z])\s?\d{1,4}$/i.test(transport?.trim() ?? '')

const busWords = /\b((mini|midi|oto|auto)?bus\w*|coach|autocar|minivan|shuttle|navette)\b/
const trainWords = /\b(tren|trenle|train|ave|avlo|yht|tgv|ouigo|inoui|renfe|tcdd|rodalies|cercanias)\b/
const flightWords = /\b(ucus\w*|ucak\w*|flight|fly|plane|vuelo|avion|vol)\b/
const footWords = /\b(yuru\w*|walk\w*|on foot|a pie|a pied|check-in|facturacion|enregistrement)\b/
