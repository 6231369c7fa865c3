import type { Clock } from '../../../../platform/clock.ts'
import { mayDo, type People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { ParticipantStore } from '../../data/participants/participant-store.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { refusedBy } from '../../domain/guards.ts'
import { changeOf } from '../../domain/life-cycle.ts'
import { mayTakeBack } from '../withdraw-application.ts'

export interface ReplaceNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  participants: Pick<ParticipantStore, 'keepPlaceOnly'>
  people: People
  clock: Clock
  /** What somebody has told for the journey of this activity goes. */
  forgetTravel(personId: number, activityId: number): Promise<void>
}

export interface Replaced {
  activity: Activity
  left: Application
  /** The colleague's application, and the link that makes it theirs. */
  next: Application
  token: string
}

/** A seat passes to a colleague of the same firm. What is known of the journey of whoever leaves goes at once. */
export function replaceParticipant(needs: ReplaceNeeds) {
  const { activities, applications, participants, people, clock } = needs

  /** Locked, for the person, whoever applied for them, their firm's people, and those who run the activity. */
  async function replaceable(applicationId: number, byPersonId: number) {
    const found = await applications.read(applicationId)
    const activity = found && (await activities.readLocked(found.activityId))
    const application = await applications.readLocked(applicationId)
    if (!application || !activity || !(await mayReplace(activity, application, byPersonId)))
      throw activityErrors.notYours()
    const change = changeOf(application.state, 'replaced')
    if (!change || application.firmId === null)
      throw activityErrors.decidedAlready({ state: application.state })
    const refusal = refusedBy(change.guards, { activity, now: clock.now() })
    if (refusal) throw refusal
    return { activity, application, firmId: application.firmId }
  }

  async function mayReplace(activity: Activity, application: Application, byPersonId: number) {
    if (await mayTakeBack(applications, application, byPersonId)) return true
    if (mayDo(await people.roles.of(byPersonId), 'decideApplications', activity.code)) return true
    const { firmId } = application
    return firmId !== null && (await people.members.stateOf(firmId, byPersonId)) === 'member'
  }

  return {
    replaceable,

    async replace(
      applicationId: number,
      byPersonId: number,
      name: { givenNames: string; surname: string },
    ): Promise<Replaced> {
      const { activity, application, firmId } = await replaceable(applicationId, byPersonId)
      await applications.update(applicationId, { state: 'replaced' })
      await applications.note(applicationId, 'approved', 'replaced', byPersonId)
      const next = await seat(activity, firmId, byPersonId, name)
      await participants.keepPlaceOnly(applicationId, next.id)
      await needs.forgetTravel(application.personId, activity.id)
      const isOfFirm = (await people.members.stateOf(firmId, byPersonId)) === 'member'
      const token = await people.joining.inviteToFirm(firmId, isOfFirm ? byPersonId : null, {
        forPersonId: next.personId,
      })
      return { activity, left: { ...application, state: 'replaced' }, next, token }
    },
  }

  /** The colleague's application: it has the seat from the beginning, and hears of it when the link is opened. */
  async function seat(
    activity: Activity,
    firmId: number,
    filledBy: number,
    name: { givenNames: string; surname: string },
  ): Promise<Application> {
    const personId = await people.persons.create(name)
    const answers = { asked: [], ...name }
    const draft = await applications.create({ activityId: activity.id, personId, filledBy, firmId, answers })
    const number = await activities.nextNumber(activity.id)
    await applications.update(draft.id, { state: 'approved', number, submittedAt: clock.now() })
    await applications.note(draft.id, 'draft', 'approved', filledBy, 'replaces')
    await applications.markTold(draft.id, false)
    return (await applications.read(draft.id)) ?? draft
  }
}
