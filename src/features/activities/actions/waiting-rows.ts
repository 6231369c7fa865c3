import { type People } from '../../people/index.ts'
import { mustRun } from './must-run.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ParticipantStore } from '../data/participants/participant-store.ts'
import type { Activity } from '../domain/activity.ts'
import { markOf } from '../domain/participants/waiting-mark.ts'
import type { ParticipantRow } from '../domain/workbook/activity-workbook.ts'

export interface WaitingRowsNeeds {
  activities: Pick<ActivityStore, 'read' | 'readLocked'>
  participants: Pick<ParticipantStore, 'waiting' | 'keepWaiting'>
  people: Pick<People, 'roles'>
}

export type WaitingRows = ReturnType<typeof waitingRows>

/** The rows of the list of participants that have found nobody: looked at, and deleted, by those who run the activity. */
export function waitingRows({ activities, participants, people }: WaitingRowsNeeds) {
  const theirs = (activity: Activity | undefined, personId: number | null) =>
    mustRun(people, activity, personId, 'changeActivity')

  return {
    async look(activityId: number, personId: number | null) {
      const activity = await theirs(await activities.read(activityId), personId)
      return { activity, rows: await participants.waiting(activityId) }
    },

    /** Deletes one, or without a mark all of them; what is gone already is no mistake. */
    async drop(activityId: number, personId: number | null, mark?: string) {
      const activity = await theirs(await activities.readLocked(activityId), personId)
      const before = await participants.waiting(activityId)
      const rows: ParticipantRow[] = mark === undefined ? [] : before.filter((row) => markOf(row) !== mark)
      if (rows.length < before.length) await participants.keepWaiting(activityId, rows)
      return { activity, rows, dropped: before.length - rows.length }
    },
  }
}
