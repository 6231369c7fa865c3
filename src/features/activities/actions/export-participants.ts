import { type People } from '../../people/index.ts'
import { mustRun } from './must-run.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ParticipantStore } from '../data/participants/participant-store.ts'
import type { Activity } from '../domain/activity.ts'
import { activityErrors } from '../domain/errors.ts'
import type { ParticipantsFile } from '../domain/workbook/participants-file.ts'
import { standingStates } from '../domain/life-cycle.ts'

export interface ExportParticipantsNeeds {
  activities: Pick<ActivityStore, 'read'>
  participants: Pick<ParticipantStore, 'applicants' | 'waiting' | 'personsOf'>
  people: Pick<People, 'roles' | 'audit'>
}

export type ExportedParticipants = ParticipantsFile & { activity: Activity }

/** The list of participants of an activity, for one of those who run it: the one place where it leaves the house. */
export function exportParticipants({ activities, participants, people }: ExportParticipantsNeeds) {
  return async (activityId: number, byPersonId: number): Promise<ExportedParticipants> => {
    const activity = await mustRun(people, await activities.read(activityId), byPersonId, 'exportLists')
    const applicants = await participants.applicants(activityId)
    const withSeat = applicants.filter(({ state }) => standingStates.approved.some((one) => one === state))
    const waiting = await participants.waiting(activityId)
    if (withSeat.length + waiting.length === 0) throw activityErrors.nobodyYet()
    await people.audit.note({
      ...{ byPersonId, act: 'exported', what: 'list.participants', activityId, rows: withSeat.length },
      aboutPersonIds: await participants.personsOf(withSeat.map(({ applicationId }) => applicationId)),
    })
    return { activity, code: activity.code, people: withSeat, waiting }
  }
}
