import type { ParticipantStore } from '../data/participants/participant-store.ts'
import { detailsAfter, noDetails } from '../domain/participants/details.ts'
import { matchRows } from '../domain/participants/match-rows.ts'
import { takingPart } from '../domain/life-cycle.ts'

export interface PlaceWaitingNeeds {
  participants: ParticipantStore
  participantsChanged(activityId: number, applicationIds: readonly number[]): Promise<void>
}

export type PlaceWaiting = ReturnType<typeof placeWaiting>

/**
 * Tries again the rows of earlier lists that had found nobody, because somebody has applied since, or is another person
 * now. What has been said of them meanwhile is newer and stays. The activity is locked by whoever asks.
 */
export function placeWaiting({ participants, participantsChanged }: PlaceWaitingNeeds) {
  return async (activityId: number): Promise<void> => {
    const rows = await participants.waiting(activityId)
    if (rows.length === 0) return
    const { found } = matchRows(rows, await participants.applicants(activityId))
    if (found.length === 0) return
    const isNew = found.filter(({ applicant }) => applicant.details === undefined)
    await participants.save(
      isNew.map(({ row, applicant }) => ({
        applicationId: applicant.applicationId,
        details: detailsAfter(row, noDetails),
      })),
    )
    const placed = new Set(found.map(({ row }) => row))
    await participants.keepWaiting(
      activityId,
      rows.filter((row) => !placed.has(row)),
    )
    const seats = isNew.filter(({ applicant }) => takingPart.includes(applicant.state))
    if (seats.length > 0)
      await participantsChanged(
        activityId,
        seats.map(({ applicant }) => applicant.applicationId),
      )
  }
}
