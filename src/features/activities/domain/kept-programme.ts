import type { SeatedPerson } from './participants/place-rows.ts'
import type { ItineraryItem } from './workbook/activity-workbook.ts'

/** The programme of an activity: a workbook brings it, the room of itineraries keeps it. */
export interface KeptProgramme {
  /** As it stands now, whoever wrote it, in the shape of a workbook. */
  read(activityId: number): Promise<ItineraryItem[]>
  /** How many of these people each item touches that a workbook adds, changes or takes out, by its key. */
  touched(
    activityId: number,
    items: readonly ItineraryItem[],
    people: readonly SeatedPerson[],
  ): Promise<ReadonlyMap<string, number>>
  /** Makes the programme what a workbook says, sent by a person; what it no longer names is taken out. */
  publish(activityId: number, items: readonly ItineraryItem[], by: number): Promise<void>
}
