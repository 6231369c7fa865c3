import type { Workbook } from '../../../shared/spreadsheet.ts'
import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ParticipantStore } from '../data/participants/participant-store.ts'
import type { UploadStore } from '../../uploads/index.ts'
import type { Activity } from '../domain/activity.ts'
import type { KeptProgramme } from '../domain/kept-programme.ts'
import type { Placed } from '../domain/participants/place-rows.ts'
import { activityFrom } from '../domain/published-workbook.ts'
import type { UploadContent } from '../../uploads/index.ts'
import { withItemIds } from '../domain/workbook/item-ids.ts'
import type { PlaceWaiting } from './place-waiting.ts'
import type { ActivityReview, ReviewActivity, Reviewed } from './review-activity.ts'

export interface PublishNeeds {
  activities: ActivityStore
  participants: ParticipantStore
  people: Pick<People, 'audit'>
  placeWaiting: PlaceWaiting
  participantsChanged(activityId: number, applicationIds: readonly number[]): Promise<void>
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
export function publishActivity(needs: PublishNeeds) {
  const { activities, participants, uploads, programme, review, placeWaiting, participantsChanged } = needs

  async function save({ read, fields, known, placed }: ActivityReview, by: number): Promise<Activity> {
    const isOnlyNamed = !read.sheets.includes('activity')
    const same = isOnlyNamed && known ? await activities.readLocked(known.id) : undefined
    const activity = same ?? (await activities.save(activityFrom(fields, known)))
    for (const sheet of read.sheets)
      if (sheet === 'itinerary') await programme.publish(activity.id, read.itinerary, by)
      else if (sheet !== 'activity' && sheet !== 'participants')
        await activities.saveSheet(activity.id, sheet, read[sheet])
    if (read.sheets.includes('participants')) await savePlaced(activity.id, placed, by)
    return activity
  }

  async function savePlaced(activityId: number, { changed, waiting }: Placed, by: number): Promise<void> {
    await participants.save(changed)
    await participants.keepWaiting(activityId, waiting)
    const changedIds = changed.map(({ applicationId }) => applicationId)
    if (changedIds.length > 0)
      await needs.people.audit.note({
        ...{ byPersonId: by, act: 'changed', what: 'details', activityId, rows: changedIds.length },
        aboutPersonIds: await participants.personsOf(changedIds),
      })
    const seats = changed.filter(({ hasSeat }) => hasSeat).map(({ applicationId }) => applicationId)
    if (seats.length > 0) await participantsChanged(activityId, seats)
    // Somebody may have applied while the file was being looked at.
    await placeWaiting(activityId)
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
      activity: await save(reviewed, personId),
      ...(reviewed.known ? { before: reviewed.known } : {}),
      ...(hasNewIds ? { withIds: withItemIds(workbook, reviewed.read.itinerary) } : {}),
    }
  }
}
