import type { Message, Messenger } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { isQuiet } from '../../../shared/quiet-hours.ts'
import {
  displayName,
  mayCoordinate,
  mayCoordinateEverything,
  reachOf,
  type People,
} from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { CoordinatorList, CoordinatorPhone } from '../data/coordinator-list.ts'
import type { SettingStore } from '../data/setting-store.ts'
import { titleOf, type Activity } from '../domain/activity.ts'
import { referenceOf, type Application } from '../domain/application.ts'
import { seatsLeft } from '../domain/seats.ts'
import { applicationCard } from './application-card.ts'
import { digestView } from './digest-view.ts'
import { firmOf } from './firm-of.ts'
import { freeSeatsView } from './free-seats-view.ts'

export interface CoordinatorsNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  settings: SettingStore
  coordinatorList: CoordinatorList
  people: People
  messenger: Messenger
  clock: Clock
  homeTimeZone: string
}

export type Coordinators = ReturnType<typeof coordinators>

/** An application that is being committed while the digest is written is in the next one: seconds it may take. */
const commitSeconds = 60

/** How coordinators hear of applications: a card at once, or one digest a day, as each of them chooses. */
export function coordinators(needs: CoordinatorsNeeds) {
  const { activities, applications, settings, coordinatorList, people, messenger, clock, homeTimeZone } =
    needs

  /** A card for this reader: whether somebody belongs to a firm is said by those who run the whole house. */
  async function cardFor(
    personId: number | null,
    words: Words,
    application: Application,
    activity: Activity,
  ): Promise<Message> {
    const grants = personId === null ? [] : await people.roles.of(personId)
    const card = await cardOf(application, activity)
    return card(words, mayCoordinateEverything(grants))
  }

  /** Reads once what a card says; then it is written for each reader. */
  async function cardOf(application: Application, activity: Activity) {
    const ofFirm = await firmOf(people, application)
    const last =
      application.state === 'rejected' ? await applications.lastDecision(application.id) : undefined
    const { firmId, personId } = application
    const untold = application.isUntold ? await whyUntold(personId) : undefined
    const isFounder = firmId !== null && (await people.members.hasFounded(firmId, personId))
    const scene = {
      application,
      activity,
      ofFirm,
      isFounder,
      ...(untold ? { untold } : {}),
      rejectedBecause: last?.reason ?? null,
      now: clock.now(),
    }
    return (words: Words, mayConfirmFirm: boolean) => applicationCard(words, { ...scene, mayConfirmFirm })
  }

  async function whyUntold(personId: number): Promise<'blocked' | 'noPhone'> {
    return (await people.hasPhone(personId)) ? 'blocked' : 'noPhone'
  }

  /** Says something on each phone, silently where it is night; what reads alike is written once. */
  function tellAll(
    phones: readonly CoordinatorPhone[],
    say: (words: Words, isEverywhere: boolean) => Message,
  ) {
    const written = new Map<string, Message>()
    for (const { userId, language, isEverywhere, homeZone } of phones) {
      const key = `${language} ${isEverywhere}`
      const message = written.get(key) ?? say(people.wordsIn(language), isEverywhere)
      written.set(key, message)
      const isSilent = isQuiet(clock.now(), homeZone ?? homeTimeZone)
      messenger.say(userId, isSilent ? { ...message, isSilent } : message)
    }
  }

  async function freeSeats(activity: Activity): Promise<((words: Words) => Message) | undefined> {
    const counts = (await applications.countByState([activity.id])).get(activity.id)
    const left = seatsLeft(activity, counts?.approved ?? 0)
    const first = left === 0 ? undefined : await applications.firstWaiting(activity.id, activity.perFirm)
    if (!first) return undefined
    const name = await nameAndFirm(first)
    return (words) => freeSeatsView(words, { activity, left, waiting: counts?.waitlisted ?? 0, first, name })
  }

  async function nameAndFirm(application: Application): Promise<string> {
    const person = await people.persons.read(application.personId)
    const firm = application.firmId === null ? undefined : await people.firms.read(application.firmId)
    return [person ? displayName(person) : '', firm?.name].filter(Boolean).join(', ')
  }

  return {
    cardFor,

    /** A new application: a card to each who wants them at once. */
    async hear(application: Application, activity: Activity): Promise<void> {
      const phones = await coordinatorList.of(activity.code, application.personId)
      tellAll(
        phones.filter(({ hears }) => hears === 'at_once'),
        await cardOf(application, activity),
      )
    },

    /** Seats that somebody on the waiting list could have: how many wait, and the first of them at one tap. */
    async hearOfFreeSeats(activity: Activity): Promise<void> {
      const say = await freeSeats(activity)
      if (say) tellAll(await coordinatorList.of(activity.code), say)
    },

    freeSeats,

    /** Nobody could be told what was decided: a card to whoever has decided it, else to all. */
    async hearOfUntold(application: Application, activity: Activity): Promise<void> {
      const phones = await coordinatorList.of(activity.code, application.personId)
      const decidedBy = (await applications.lastDecision(application.id))?.byPersonId
      const theirs = phones.filter(({ personId }) => personId === decidedBy)
      tellAll(theirs.length > 0 ? theirs : phones, await cardOf(application, activity))
    },

    async hearOfWithdrawal(application: Application, activity: Activity): Promise<void> {
      const name = await nameAndFirm(application)
      tellAll(await coordinatorList.of(activity.code, application.personId), (words) => ({
        text: words('activities:card.withdrawn', {
          title: titleOf(activity, words.language),
          reference: referenceOf(activity.code, application.number),
          name,
        }),
        isSilent: true,
      }))
    },

    /** The digest of a morning: for each activity how many new ones there are and whose they are, and the way to them. */
    async sendDigests(): Promise<void> {
      const until = clock.now().subtract({ seconds: commitSeconds })
      for (const { personId, digestedAt } of await settings.digestReaders()) {
        const grants = await people.roles.of(personId)
        await settings.markDigested(personId, until)
        const fresh = mayCoordinate(grants)
          ? await applications.fresh(reachOf(grants), digestedAt, until)
          : []
        if (fresh.length === 0) continue
        const known = await activities.byIds(fresh.map(({ activityId }) => activityId))
        await people.tell(personId, (words) => digestView(words, fresh, known))
      }
    },
  }
}
