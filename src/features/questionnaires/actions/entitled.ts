import type { Attachments } from '../data/attachments.ts'
import { neededSeat, suffices, type Attachment } from '../domain/attachment.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import type { Audience } from './ports.ts'

export interface EntitledNeeds {
  attachments: Attachments
  audience: Audience
}

export type Entitled = ReturnType<typeof entitled>

/** For which of its activities somebody may answer a questionnaire. */
export function entitled({ attachments, audience }: EntitledNeeds) {
  async function mayAnswer({ activityId, role }: Attachment, personId: number): Promise<boolean> {
    if (neededSeat(role) === undefined) return true
    return suffices(await audience.standingWith(activityId, personId), role)
  }

  return {
    /** `null` stands for none: the questionnaire is no activity's. */
    async activitiesOf(questionnaireId: number, personId: number): Promise<(number | null)[]> {
      const all = await attachments.of(questionnaireId)
      if (all.length === 0) return [null]
      const theirs: number[] = []
      for (const one of all) if (await mayAnswer(one, personId)) theirs.push(one.activityId)
      return theirs
    },

    /** Those for which a firm may answer of which nobody is known: where no seat is needed. `null`: it is no activity's. */
    async openToAll(questionnaireId: number): Promise<(number | null)[]> {
      const all = await attachments.of(questionnaireId)
      if (all.length === 0) return [null]
      return all.filter(({ role }) => neededSeat(role) === undefined).map(({ activityId }) => activityId)
    },

    /** Refuses whoever has no seat that it takes. */
    async check(questionnaireId: number, activityId: number | null, personId: number): Promise<void> {
      if (activityId === null) return
      const found = (await attachments.of(questionnaireId)).find((one) => one.activityId === activityId)
      // What was begun when it was a form of this activity can be gone on with.
      if (found && !(await mayAnswer(found, personId)))
        throw questionnaireErrors.notForYou(neededSeat(found.role) ?? 'applicant')
    },

    /** What somebody would need who may answer it for no activity. */
    async neededFor(questionnaireId: number): Promise<'applicant' | 'approved'> {
      const needed = (await attachments.of(questionnaireId)).map(({ role }) => neededSeat(role))
      return needed.includes('applicant') ? 'applicant' : 'approved'
    },
  }
}
