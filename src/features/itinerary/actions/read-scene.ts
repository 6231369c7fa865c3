import type { Activities, Activity } from '../../activities/index.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import type { ProgrammeItem } from '../domain/item.ts'
import type { RoomTraveller } from './look-at-due.ts'

/** An activity as it is at this moment of a transaction: read once, and handed to all that hangs on it. */
export interface Scene {
  readonly activity: Activity
  /** In its order, cancelled items included; what was taken out is left out. */
  readonly programme: readonly ProgrammeItem[]
  /** The applications that are looked at. */
  readonly whose: readonly number[] | 'all'
  /** Those of them who have a seat. */
  readonly travellers: readonly RoomTraveller[]
}

export interface SceneNeeds {
  activities: Pick<Activities, 'store' | 'travellers'>
  items: Pick<ItemStore, 'lock' | 'ofActivity'>
}

export type ReadScene = ReturnType<typeof readingScene>

/**
 * Reads an activity with its programme and its people, for what is worked out from both in this transaction: of two that do
 * so at once the later one sees what the earlier has changed. Undefined where there is none.
 */
export function readingScene({ activities, items }: SceneNeeds) {
  return async (activityId: number, whose: readonly number[] | 'all'): Promise<Scene | undefined> => {
    await items.lock(activityId)
    const activity = await activities.store.read(activityId)
    if (!activity) return undefined
    const only = whose === 'all' ? undefined : whose
    const travellers = await activities.travellers.of(activityId, only)
    return { activity, programme: await items.ofActivity(activityId), whose, travellers }
  }
}
