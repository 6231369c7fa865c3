import { activityErrors } from '../../domain/errors.ts'
import { refusedBy } from '../../domain/guards.ts'
import { changeOf } from '../../domain/life-cycle.ts'
import { canBeDueOn, dueAtOf, reminderOf, type FormBefore } from '../../domain/sent-back.ts'
import type { SentBackStore } from '../../data/life/sent-back-store.ts'
import { decidedAlready, type Decided } from '../decide-application.ts'
import { lockedForCoordinator, type OfferNeeds } from './offer-seat.ts'

export interface SendBackNeeds extends OfferNeeds {
  sentBacks: SentBackStore
}

/** A coordinator opens named questions of an application again, until a day. */
export function sendBack(needs: SendBackNeeds) {
  const { applications, moments, people, clock, sentBacks } = needs

  /** Locked, if it can be sent back by this person; of two who tap at once the second is told who was faster. */
  async function sendable(applicationId: number, byPersonId: number) {
    const found = await lockedForCoordinator(needs, applicationId, byPersonId)
    const change = changeOf(found.application.state, 'info_requested', 'coordinator')
    if (!change) throw await decidedAlready(needs, found.application, byPersonId)
    const refusal = refusedBy(change.guards, { activity: found.activity, now: clock.now() })
    if (refusal) throw refusal
    return found
  }

  return {
    sendable,

    /** What was chosen is asked; `formBefore`: how the form's questions stand now. */
    async send(applicationId: number, byPersonId: number, formBefore: FormBefore): Promise<Decided> {
      const { activity, application } = await sendable(applicationId, byPersonId)
      const { asked, dueOn, sentence } = await sentBacks.chosenBy(byPersonId, applicationId)
      if (asked.length === 0) throw activityErrors.chooseOne()
      if (!dueOn || !canBeDueOn(activity, dueOn, clock.now())) throw activityErrors.dueDayPast()
      const dueAt = dueAtOf(activity, dueOn)
      await applications.update(applicationId, { state: 'info_requested' })
      await applications.note(applicationId, application.state, 'info_requested', byPersonId)
      const before = application.answers
      await sentBacks.open({ applicationId, asked, before, formBefore, dueAt, sentence })
      await sentBacks.closeChoice(byPersonId)
      const about = { activityId: activity.id, applicationId }
      const reminder = reminderOf(dueAt, clock.now())
      if (reminder) await moments.plan({ ...about, kind: 'info_reminder', dueAt: reminder })
      await moments.plan({ ...about, kind: 'info_over', dueAt })
      await people.audit.note({
        ...{ byPersonId, act: 'changed', what: 'decision' },
        ...{ activityId: activity.id, aboutPersonIds: [application.personId] },
      })
      return { activity, from: application.state, application: { ...application, state: 'info_requested' } }
    },
  }
}
