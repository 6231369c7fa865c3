import type { Workbook } from '../../../shared/spreadsheet.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { UploadStore } from '../../uploads/index.ts'
import type { Activity } from '../domain/activity.ts'
import type { KeptProgramme } from '../domain/kept-programme.ts'
import { activityFrom, mergeParticipants } from '../domain/published-workbook.ts'
import type { UploadContent } from '../../uploads/index.ts'
import { withItemIds } from '../domain/workbook/item-ids.ts'
import type { ActivityReview, ReviewActivity, Reviewed } from './review-activity.ts'

export interface PublishNeeds {
  activities: ActivityStore
  uploads: UploadStore
  programme: Pick<KeptProgramme, 'publish'>
  review: ReviewActivity
}

export interface PublishedActivity {
  kind: 'published'
  activity: Activity
  /** What stood there before; absent when it is new. */
  before?: Activity
  /** Her file with the ids of its new items; absent when it had them all. */
  withIds?: Workbook
}

export type PublishActivity = ReturnType<typeof publishActivity>

/**
 * Publishes a workbook. What would change is worked out once more: if that is not what the preview showed, because a
 * colleague was faster, nothing is published and the new review is handed back.
 */
export function publishActivity({ activities, uploads, programme, review }: PublishNeeds) {
  async function save({ read, fields, known, published }: ActivityReview): Promise<Activity> {
    const activity = await activities.save(activityFrom(fields, known))
    const participants = mergeParticipants(published.participants, read.participants)
    for (const sheet of read.sheets)
      if (sheet === 'itinerary') await programme.publish(activity.id, read.itinerary)
      else if (sheet !== 'activity')
        await activities.saveSheet(activity.id, sheet, sheet === 'participants' ? participants : read[sheet])
    return activity
  }

  return async (
    { workbook, shown }: Pick<UploadContent, 'workbook'> & { shown?: string },
    personId: number,
  ): Promise<PublishedActivity | Reviewed> => {
    await uploads.publishAlone('activity')
    const reviewed = await review(workbook, personId)
    if (reviewed.kind === 'mistakes') return reviewed
    if (shown !== undefined && shown !== reviewed.digest) return reviewed
    const hasNewIds = reviewed.read.itinerary.some(({ isNewId }) => isNewId)
    return {
      kind: 'published',
      activity: await save(reviewed),
      ...(reviewed.known ? { before: reviewed.known } : {}),
      ...(hasNewIds ? { withIds: withItemIds(workbook, reviewed.read.itinerary) } : {}),
    }
  }
}
