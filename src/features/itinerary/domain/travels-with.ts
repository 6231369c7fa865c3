import { isFlight } from './vehicle.ts'
import type { Traveller } from './traveller.ts'

type Leg = Parameters<typeof isFlight>[0]
type Flyer = Pick<Traveller, 'flightOut' | 'flightBack' | 'homeZone'>

/**
 * Whether somebody takes a flight of the programme. Whoever has flights of their own does not take the group's, unless it
 * is among theirs; what leads to it and on from it is `own-items.ts`.
 */
export function travelsWith(item: Leg, traveller: Flyer): boolean {
  if (!isFlight(item)) return true
  const own = ownFlights(item, traveller)
  if (own === null) return true
  const planned = flightNumbers(item.transport ?? '')
  // Nobody has said yet which flight it is: better one question too many.
  if (planned.length === 0) return true
  const theirs = flightNumbers(own)
  return planned.some((number) => theirs.includes(number))
}

/** What they say of the way this flight goes; where neither end is home, of both, and only if they have said both. */
function ownFlights({ startZone, endZone }: Leg, { flightOut, flightBack, homeZone }: Flyer): string | null {
  if (startZone !== endZone && startZone === homeZone) return said(flightOut)
  if (startZone !== endZone && endZone === homeZone) return said(flightBack)
  return said(flightOut) === null || said(flightBack) === null ? null : `${flightOut}, ${flightBack}`
}

const said = (flight: string | null): string | null => (flight?.trim() ? flight : null)

/** "TK 1853", "tk1853": the numbers of the flights that are named, as they are compared. */
const flightNumbers = (text: string): string[] =>
  [...text.toUpperCase().matchAll(/\b([A-Z][A-Z0-9]|[0-9][A-Z])\s?0*(\d{1,4})\b/g)].map(
    ([, airline, number]) => `${airline}${number}`,
  )
