import type { Activities } from '../../activities/index.ts'
import type { WishStore } from '../data/reminders/wish-store.ts'
import type { Wishes } from '../domain/fire.ts'

export interface WishNeeds {
  wishes: Pick<WishStore, 'read' | 'save'>
  activities: Pick<Activities, 'travellers'>
  /** Works out their reminders anew. */
  replan(activityId: number, applicationIds: readonly number[]): Promise<void>
}

export type Wish = ReturnType<typeof wishing>

/** Keeps how somebody wishes to be reminded; all that is planned for them follows at once. */
export function wishing({ wishes, activities, replan }: WishNeeds) {
  return async (personId: number, change: Partial<Wishes>): Promise<Wishes> => {
    const wished = { ...(await wishes.read(personId)), ...change }
    await wishes.save(personId, wished)
    for (const { activityId, applicationId } of await activities.travellers.ofPerson(personId))
      await replan(activityId, [applicationId])
    return wished
  }
}
