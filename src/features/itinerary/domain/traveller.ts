import { isInGroup } from '../../../shared/groups.ts'
import type { Audience } from './item.ts'

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
}

/** Whether an item is for this traveller: of everybody, of one of their groups or their bus, or of them by number. */
export function isFor(audience: Audience, traveller: TravellersGroups): boolean {
  if (audience.kind === 'all') return true
  if (audience.applications.includes(String(traveller.number))) return true
  return audience.groups.some((group) => isInGroup(traveller, group))
}

type TravellersGroups = Pick<Traveller, 'number' | 'groups' | 'bus'>
