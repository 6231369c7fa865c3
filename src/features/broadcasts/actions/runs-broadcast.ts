import type { Activities } from '../../activities/index.ts'
import { mayDo, type People } from '../../people/index.ts'
import type { BroadcastStore } from '../data/broadcast-store.ts'
import type { Broadcast } from '../domain/broadcast.ts'
import { sendingErrors } from '../domain/sending-errors.ts'

export interface RunsBroadcastNeeds {
  people: Pick<People, 'roles'>
  activities: Pick<Activities, 'store'>
  broadcasts: Pick<BroadcastStore, 'read'>
}

export type RunsBroadcast = ReturnType<typeof runsBroadcast>

/**
 * The broadcast, if this person may deal with it: whoever coordinates its activity, or the whole house where it is of none;
 * else a refusal. Its author too only as long as they do.
 */
export function runsBroadcast({ people, activities, broadcasts }: RunsBroadcastNeeds) {
  return async (personId: number | null, broadcastId: number): Promise<Broadcast> => {
    const broadcast = await broadcasts.read(broadcastId)
    if (!broadcast) throw sendingErrors.gone()
    const grants = personId === null ? [] : await people.roles.of(personId)
    const { activityId } = broadcast.audience
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    const may = activity ? mayDo(grants, 'announce', activity.code) : mayDo(grants, 'announceToAll')
    if (!may) throw sendingErrors.notYours()
    return broadcast
  }
}
