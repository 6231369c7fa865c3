import type { Database } from '../../../platform/database.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Decided } from '../actions/decide-application.ts'
import { withdrawApplication } from '../actions/withdraw-application.ts'
import { applicationIdsOf } from '../data/application-ids.ts'
import { titleOf } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { refusedBy } from '../domain/guards.ts'
import { changeOf } from '../domain/life-cycle.ts'
import type { Room } from '../needs.ts'
import type { CardCopies } from './deciding/card-copies.ts'
import type { Coordinators } from './deciding/coordinators.ts'
import type { SeatsAreFree } from './deciding/free-seats.ts'

export interface PersonChangedNeeds extends Room {
  database: Pick<Database, 'query'>
  copies: Pick<CardCopies, 'refresh'>
  coordinators: Pick<Coordinators, 'hearOfErasure'>
  seatsAreFree: SeatsAreFree
  /** What travellers are known by has changed with the person. */
  personChanged(personId: number): Promise<void>
}

/** What follows for applications when somebody puts their data right, or wants to be erased. */
export function personChanges(needs: PersonChangedNeeds) {
  const { activities, applications, people, clock, copies, coordinators, seatsAreFree } = needs
  const withdraw = withdrawApplication(needs)

  async function of(personId: number): Promise<Application[]> {
    const ids = await applicationIdsOf(needs.database, personId)
    return (await Promise.all(ids.map((id) => applications.read(id)))).filter((one) => one !== undefined)
  }

  async function refresh({ id }: Application): Promise<void> {
    const application = await applications.read(id)
    const activity = application && (await activities.read(application.activityId))
    if (application && activity) await copies.refresh(application, activity)
  }

  async function isLive({ state, activityId }: Application): Promise<boolean> {
    const activity = await activities.read(activityId)
    const change = changeOf(state, 'withdrawn', 'applicant')
    return Boolean(activity && change && !refusedBy(change.guards, { activity, now: clock.now() }))
  }

  return {
    /** What somebody would be withdrawn from, by title. */
    async seatsOf(personId: number, language: Language): Promise<string[]> {
      const titles = []
      for (const application of await of(personId)) {
        const activity = await activities.read(application.activityId)
        if (activity && (await isLive(application))) titles.push(titleOf(activity, language))
      }
      return titles
    },

    /** Takes everything back that can be; afterwards the coordinators hear that a seat is free, not whose it was. */
    async withdrawFromAll(personId: number): Promise<() => Promise<void>> {
      const theirs = await of(personId)
      const taken: Decided[] = []
      for (const { id } of theirs)
        try {
          taken.push(await withdraw(id, personId))
        } catch (error) {
          // What has begun or ended stays as it is, without a name.
          if (!(error instanceof DomainError)) throw error
        }
      return async () => {
        for (const application of theirs) await refresh(application)
        for (const { application, activity } of taken) {
          await coordinators.hearOfErasure(application, activity)
          await seatsAreFree(activity)
        }
      }
    },

    /** What applications repeat of a person follows the person; lists and cards with it. */
    async personCorrected(personId: number): Promise<void> {
      const person = await people.persons.read(personId)
      if (!person) return
      const { givenNames, surname, passportGivenNames, passportSurname, position, phone, email } = person
      const told = {
        ...(givenNames !== null && surname !== null ? { givenNames, surname } : {}),
        ...(passportGivenNames !== null && passportSurname !== null
          ? { passport: { givenNames: passportGivenNames, surname: passportSurname } }
          : {}),
        ...(position === null ? {} : { position }),
        ...(phone === null ? {} : { phone, isPhoneVerified: person.isPhoneVerified }),
        ...(email === null ? {} : { email }),
        ...(person.spokenLanguages ? { languages: person.spokenLanguages } : {}),
      }
      for (const application of await of(personId)) {
        if (application.state === 'draft') continue
        await applications.update(application.id, { answers: { ...application.answers, ...told } })
        await refresh(application)
      }
      await needs.personChanged(personId)
    },
  }
}
