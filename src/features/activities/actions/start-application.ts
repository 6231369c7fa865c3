import type { Clock } from '../../../platform/clock.ts'
import type { People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { closedBecause, type Activity } from '../domain/activity.ts'
import type { Answers, Application } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import { noticeSubject } from '../domain/notice-subject.ts'

export interface StartApplicationNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
}

/** Opens a draft again: one's own, or the one that is filled in for a colleague. */
export function resumeApplication({
  activities,
  applications,
  clock,
}: Omit<StartApplicationNeeds, 'people' | 'noticeVersion'>) {
  return async (applicationId: number, personId: number): Promise<Application> => {
    const draft = await applications.readLocked(applicationId)
    if (!draft || (draft.filledBy ?? draft.personId) !== personId) throw activityErrors.notYours()
    if (draft.state !== 'draft') throw activityErrors.submitted()
    const activity = await activities.read(draft.activityId)
    const closed = activity ? closedBecause(activity, clock.now()) : 'over'
    if (closed) throw activityErrors.notOpen(closed)
    await applications.open(draft.id, personId)
    return draft
  }
}

/** An application to go on with. */
export interface Begun {
  application: Application
  /** The same was wanted a moment ago, and nothing has been answered since: a tap that came twice. */
  isDoubled: boolean
}

/** Seconds within which a second tap is the same one. */
const doubledSeconds = 3

/** Whether a draft was begun a moment ago and nobody has touched it since. */
export const isBegunJustNow = (
  { revision, isPaused, updatedAt }: Application,
  now: Temporal.Instant,
): boolean => revision === 0 && !isPaused && now.since(updatedAt).total('seconds') < doubledSeconds

/** Begins an application, or goes on with the one there is; what is known of the person is filled in. */
export function startApplication({ activities, applications, people, clock }: StartApplicationNeeds) {
  return async (activityId: number, personId: number): Promise<Begun> => {
    const known = await applications.liveOne(activityId, personId)
    if (known && known.state !== 'draft') return { application: known, isDoubled: false }
    const activity = await activities.read(activityId)
    if (!activity) throw activityErrors.unknown()
    const closed = closedBecause(activity, clock.now())
    if (closed) throw activityErrors.notOpen(closed)
    const draft =
      known ??
      (await applications.create({
        activityId,
        personId,
        filledBy: null,
        firmId: await theirOnlyFirm(personId),
        answers: { ...(await whatIsKnown(personId, activity)), asked: [] },
      }))
    await applications.open(draft.id, personId)
    return { application: draft, isDoubled: known !== undefined && isBegunJustNow(known, clock.now()) }
  }

  async function theirOnlyFirm(personId: number): Promise<number | null> {
    const memberships = await people.members.membershipsOf(personId)
    return memberships.length === 1 ? (memberships[0]?.firm.id ?? null) : null
  }

  /** Only what the person has said and confirmed before; a name from Telegram alone is a proposal, not an answer. */
  async function whatIsKnown(personId: number, activity: Activity): Promise<Answers> {
    const person = await people.persons.read(personId)
    if (!person) return {}
    const { version } = await people.noticeAbout(noticeSubject(activity))
    const hasRead = await people.persons.hasReadNotice(personId, 'application', version)
    const isConfirmed = person.passportSurname !== null || person.position !== null
    return {
      ...(hasRead ? { notice: true as const } : {}),
      ...(isConfirmed && person.givenNames && person.surname
        ? { givenNames: person.givenNames, surname: person.surname }
        : {}),
      ...(person.passportGivenNames && person.passportSurname
        ? { passport: { givenNames: person.passportGivenNames, surname: person.passportSurname } }
        : {}),
      ...(person.position ? { position: person.position } : {}),
      ...(person.phone ? { phone: person.phone, isPhoneVerified: person.isPhoneVerified } : {}),
      ...(person.email ? { email: person.email } : {}),
      ...(person.spokenLanguages?.length ? { languages: person.spokenLanguages, isLanguagesDone: true } : {}),
    }
  }
}
