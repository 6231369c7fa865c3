import { publishActivity } from './actions/publish-activity.ts'
import { publishFirms } from './actions/publish-firms.ts'
import { reviewActivity } from './actions/review-activity.ts'
import { reviewFirms } from './actions/review-firms.ts'
import type { Announcements } from './chat/announcements.ts'
import { activityKind } from './chat/uploads/activity-kind.ts'
import { firmListKind } from './chat/uploads/firm-list-kind.ts'
import { publishFirmList } from './jobs/publish-firm-list.ts'
import type { ActivitiesNeeds, Room } from './needs.ts'
import type { Stores } from './stores.ts'

/** Wires the two kinds of spreadsheets that this room takes: activity workbooks and lists of firms. */
export function takeSpreadsheets(
  needs: ActivitiesNeeds,
  room: Room & Pick<Stores, 'participants' | 'placeWaiting'>,
  announced: Announcements,
) {
  const { take, store: uploads } = needs.uploads
  const review = reviewActivity({ ...needs, ...room })
  const publish = publishActivity({ ...needs, ...room, uploads, review })
  take(activityKind({ ...needs, uploads, review, publish, announced }))
  take(firmListKind({ ...needs, uploads, review: reviewFirms({ ...needs, ...room }) }))
  return {
    publish,
    jobs: [publishFirmList({ ...needs, publish: publishFirms({ ...needs, uploads }) })],
  }
}
