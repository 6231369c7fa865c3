import type { Accounts } from '../../../../bot/data/accounts.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { isLanguage } from '../../../../shared/localized-text.ts'
import { countryOfPhone, mayDo, type People } from '../../../people/index.ts'
import { mustRun } from '../must-run.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { ParticipantStore } from '../../data/participants/participant-store.ts'
import type { EntryStore, HandEntry } from '../../data/person/entry-store.ts'
import { hasBegun, type Activity } from '../../domain/activity.ts'
import { activityErrors } from '../../domain/errors.ts'
import { ended } from '../../domain/life-cycle.ts'
import { nextEntryStep } from '../../domain/person/entry.ts'
import type { Decided, decideApplication } from '../decide-application.ts'

export interface EnterByHandNeeds {
  activities: Pick<ActivityStore, 'read' | 'readLocked' | 'nextNumber'>
  applications: ApplicationStore
  participants: Pick<ParticipantStore, 'applicants'>
  people: People
  accounts: Pick<Accounts, 'enterByHand'>
  entries: EntryStore
  decide: ReturnType<typeof decideApplication>
  clock: Clock
}

export type EnterByHand = ReturnType<typeof enterByHand>

/** Somebody without Telegram gets a seat like anybody else, by a coordinator's hand. */
export function enterByHand(needs: EnterByHandNeeds) {
  const { activities, applications, participants, people, accounts, entries, decide, clock } = needs

  /** The activity, if this person runs it and somebody can still come. */
  async function open(activityId: number, byPersonId: number | null): Promise<Activity> {
    const activity = await mustRun(
      people,
      await activities.read(activityId),
      byPersonId,
      'decideApplications',
    )
    if (activity.state === 'cancelled') throw activityErrors.tooLate('cancelled')
    if (hasBegun(activity, clock.now())) throw activityErrors.tooLate('over')
    return activity
  }

  async function mustBeNew(activityId: number, { phone }: HandEntry): Promise<void> {
    const all = await participants.applicants(activityId)
    const same = all.find(
      ({ phones, state }) => phones.some((one) => one === phone) && !ended.includes(state),
    )
    if (same) throw activityErrors.isThere(same.name)
  }

  /** Their firm: the one that was chosen, a new one, or none. Who runs the whole house says that they belong to it. */
  async function firmOf(entry: HandEntry, personId: number, byPersonId: number): Promise<number | null> {
    if (entry.firmName === null || entry.firmName === '') return null
    const country = countryOfPhone(entry.phone ?? '') ?? 'TR'
    const firmId =
      entry.firmId ??
      (await people.firms.create({
        ...{ name: entry.firmName, country, city: null, cluster: null, taxNumber: null },
      }))
    if (entry.firmId === null || mayDo(await people.roles.of(byPersonId), 'tendFirms'))
      await people.members.setMember(firmId, personId, 'member', byPersonId)
    return firmId
  }

  return {
    open,

    /** Enters whom this coordinator has told of, with a seat, or on the waiting list where there is none. */
    async confirm(activityId: number, byPersonId: number): Promise<Decided> {
      await open(activityId, byPersonId)
      const activity = await activities.readLocked(activityId)
      const entry = await entries.of(byPersonId)
      const { givenNames, surname, phone, language } = entry ?? {}
      if (!activity || entry?.activityId !== activityId || nextEntryStep(entry) || !givenNames || !phone)
        throw activityErrors.entryGone()
      await mustBeNew(activityId, entry)
      const told = { givenNames, surname: surname ?? '', phone, isPhoneVerified: false }
      const personId = await people.persons.create(told)
      const firmId = await firmOf(entry, personId, byPersonId)
      await accounts.enterByHand(personId, isLanguage(language ?? '') ? (language as 'tr') : 'en', givenNames)
      const draft = { activityId, personId, firmId, answers: { asked: [], ...told }, filledBy: null }
      const { id } = await applications.create(draft)
      const number = await activities.nextNumber(activityId)
      await applications.update(id, { state: 'submitted', number, submittedAt: clock.now() })
      await applications.note(id, 'draft', 'submitted', byPersonId)
      await entries.end(byPersonId)
      return decide(id, byPersonId, { outcome: 'approved' })
    },
  }
}
