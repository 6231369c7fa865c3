import type { ApplicationForms } from './chat/applying/application-forms.ts'
import type { MomentStore } from './data/life/moment-store.ts'
import type { SentBackStore } from './data/life/sent-back-store.ts'
import type { ApplicationStore } from './data/application-store.ts'
import type { StagingStore } from './data/life/staging-store.ts'
import type { Application } from './domain/application.ts'
import { concerned, over, takingPart } from './domain/life-cycle.ts'

export interface Followers {
  /** What was planned for a state ends with it. */
  moments: Pick<MomentStore, 'cancelOf'>
  sentBacks: Pick<SentBackStore, 'remove'>
  staging: Pick<StagingStore, 'unstage'>
  forms: Pick<ApplicationForms, 'follows' | 'closeAgain'>
  /** Plans what falls due for whoever has a seat. */
  isApproved(application: Application): Promise<void>
  /** Tries again the rows of the list of participants that have found nobody yet. */
  placeWaiting(activityId: number): Promise<void>
  participantsChanged(activityId: number, applicationIds: readonly number[]): Promise<void>
}

/**
 * The applications, with all that follows when one of them changes hands or state: what was answered in the form of its
 * activity goes along, the list of participants may know somebody now, and later rooms hear of who has a seat. Here,
 * because so no way of changing one can forget it.
 */
export const followedApplications = (
  applications: ApplicationStore,
  { forms, moments, sentBacks, staging, isApproved, placeWaiting, participantsChanged }: Followers,
): ApplicationStore => ({
  ...applications,
  async update(id, changes) {
    const { state, personId, firmId } = changes
    const isMoved = state !== undefined || personId !== undefined || firmId !== undefined
    const before = isMoved ? await applications.read(id) : undefined
    await applications.update(id, changes)
    if (personId !== undefined || (state !== undefined && over.includes(state))) await forms.follows(id)
    const after = before && (await applications.read(id))
    if (!after || !isAnother(before, after)) return
    if (before.state !== after.state) {
      await moments.cancelOf(id)
      // Whoever withdraws is left out when it is announced, and named.
      if (after.state !== 'withdrawn') await staging.unstage(id)
      if (before.state === 'info_requested') await forms.closeAgain(id)
      // What has changed with the answers is of use until it is decided.
      if (after.state !== 'submitted' && after.state !== 'info_requested') await sentBacks.remove(id)
    }
    if (after.state === 'approved' && before.state !== 'approved') await isApproved(after)
    if (concerned.includes(after.state)) await placeWaiting(after.activityId)
    if (takesPart(before) || takesPart(after)) await participantsChanged(after.activityId, [id])
  },
  async moveFirm(fromId, intoId) {
    const held = (await applications.liveOfFirm(fromId)).filter(takesPart)
    await applications.moveFirm(fromId, intoId)
    for (const [activityId, ids] of byActivity(held)) await participantsChanged(activityId, ids)
  },
})

const takesPart = ({ state }: Application): boolean => takingPart.includes(state)

const isAnother = (before: Application, after: Application): boolean =>
  before.state !== after.state || before.personId !== after.personId || before.firmId !== after.firmId

/** In the order in which activities are locked everywhere. */
const byActivity = (applications: readonly Application[]): [number, number[]][] =>
  [...Map.groupBy(applications, ({ activityId }) => activityId)]
    .toSorted(([one], [other]) => one - other)
    .map(([activityId, held]) => [activityId, held.map(({ id }) => id)])
