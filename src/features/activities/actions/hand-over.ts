import type { ApplicationStore } from '../data/application-store.ts'
import type { forColleague } from './apply-for-colleague.ts'

export interface HandOverNeeds {
  applications: ApplicationStore
  colleague: Pick<ReturnType<typeof forColleague>, 'takeOver'>
}

/**
 * Two persons turn out to be one: everything of the first becomes the second's. Where both have applied for the same, the
 * second's application stands.
 */
export function handingOver({ applications, colleague }: HandOverNeeds) {
  return async (fromPersonId: number, toPersonId: number): Promise<void> => {
    for (const { id, state, activityId } of await applications.ofPerson(fromPersonId))
      if (state === 'draft' && (await applications.liveOne(activityId, toPersonId)))
        await applications.remove(id)
    const { contested } = await colleague.takeOver(fromPersonId, toPersonId)
    for (const { entered } of contested) {
      await applications.update(entered.id, {
        state: 'withdrawn',
        waitingSince: null,
        personId: toPersonId,
      })
      await applications.note(entered.id, entered.state, 'withdrawn', toPersonId, 'keptAnother')
    }
  }
}
