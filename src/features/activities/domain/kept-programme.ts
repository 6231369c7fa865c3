import type { ItineraryItem } from './workbook/activity-workbook.ts'

/** The programme of an activity: a workbook brings it, the room of itineraries keeps it. */
export interface KeptProgramme {
  /** As it stands now, whoever wrote it, in the shape of a workbook. */
  read(activityId: number): Promise<ItineraryItem[]>
  /** Makes the programme what a workbook says, sent by a person; what it no longer names is taken out. */
  publish(activityId: number, items: readonly ItineraryItem[], by: number): Promise<void>
}
