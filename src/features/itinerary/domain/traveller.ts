import { isInGroup } from '../../../shared/groups.ts'
import { fold } from '../../../shared/tables/fold.ts'
import type { Audience, ItemFacts } from './item.ts'

/** Somebody approved for an activity, as far as the programme concerns them. */
export interface Traveller {
  readonly applicationId: number
  readonly activityId: number
  readonly personId: number
  /** The application's number, as the audience of an item names it. */
  readonly number: number | null
  readonly groups: readonly string[]
  readonly bus: string | null
  /** The flights of their own, as the list of participants says them; `null`: with everybody. */
  readonly flightOut: string | null
  readonly flightBack: string | null
  /** The zone they are in while not on this trip. */
  readonly homeZone: string
  /** They work there and have no seat: what they do. */
  readonly serves?: Served
}

/** What an interpreter or a driver does at an activity. */
export interface Served {
  /** Their buses; none: they work for everybody. */
  readonly buses: readonly string[]
  /** By which names the programme may mention them. */
  readonly names: readonly string[]
}

/** Whether an item is somebody's: for them as travellers, or at which they work. */
export const concerns = (
  item: ServedItem,
  traveller: TravellersGroups & Pick<Traveller, 'serves'>,
): boolean => (traveller.serves ? isServed(item, traveller.serves) : isFor(item.audience, traveller))

/** Whether somebody of the staff works at an item: it names them, it is everybody's, or it is for the people of their bus. */
export function isServed(item: ServedItem, { buses, names }: Served): boolean {
  const mentioned = [item.interpreter, item.responsible, item.contactName].filter((name) => name !== null)
  if (mentioned.some((text) => names.some((name) => fold(text).includes(fold(name))))) return true
  const { audience } = item
  if (audience.kind === 'all') return true
  if (buses.length === 0) return audience.groups.length > 0
  return audience.groups.some((group) => buses.some((bus) => isInGroup({ groups: [], bus }, group)))
}

type ServedItem = Pick<ItemFacts, 'audience' | 'interpreter' | 'responsible' | 'contactName'>

/** Whether an item is for this traveller: of everybody, of one of their groups or their bus, or of them by number. */
export function isFor(audience: Audience, traveller: TravellersGroups): boolean {
  if (audience.kind === 'all') return true
  if (audience.applications.includes(String(traveller.number))) return true
  return audience.groups.some((group) => isInGroup(traveller, group))
}

type TravellersGroups = Pick<Traveller, 'number' | 'groups' | 'bus'>
