import type { Message, Messenger } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { isQuiet } from '../../../shared/quiet-hours.ts'
import { displayName, mayDo, reachOf, type People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { CoordinatorList, CoordinatorPhone } from '../data/coordinator-list.ts'
import type { SettingStore } from '../data/setting-store.ts'
import { cardScreen } from '../data/shown-cards.ts'
import { titleOf, type Activity } from '../domain/activity.ts'
import { referenceOf, type Application } from '../domain/application.ts'
import { seatsHeld, seatsLeft } from '../domain/seats.ts'
import { seated, type ApplicationState } from '../domain/life-cycle.ts'
import { withdrawalCutOff } from '../domain/withdrawal.ts'
import { openApplication } from './buttons.ts'
import type { CardCopies } from './card-copies.ts'
import type { Cards } from './cards.ts'
import { digestView } from './digest-view.ts'
import { peopleView, type PeopleScene } from './life/people-view.ts'
import { freeSeatsView } from './free-seats-view.ts'

export interface CoordinatorsNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  settings: SettingStore
  coordinatorList: CoordinatorList
  cards: Cards
  copies: CardCopies
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
  const { cards, copies } = needs

  /** Says something on each phone, silently where it is night; what reads alike is written once. */
  function tellAll(
    phones: readonly CoordinatorPhone[],
    say: (words: Words, isEverywhere: boolean) => Message,
    screen?: string,
  ) {
    const written = new Map<string, Message>()
    for (const { userId, language, isEverywhere, homeZone } of phones) {
      const key = `${language} ${isEverywhere}`
      const message = written.get(key) ?? say(people.wordsIn(language), isEverywhere)
      written.set(key, message)
      const isSilent = isQuiet(clock.now(), homeZone ?? homeTimeZone)
      const said = isSilent ? { ...message, isSilent } : message
      if (screen === undefined) messenger.say(userId, said)
      else messenger.show(userId, screen, said, { isFresh: true })
    }
  }

  async function freeSeats(activity: Activity): Promise<((words: Words) => Message) | undefined> {
    const counts = (await applications.countByState([activity.id])).get(activity.id)
    const left = seatsLeft(activity, seatsHeld(counts))
    const first = left === 0 ? undefined : await applications.firstWaiting(activity)
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
    /** A new application: a card to each who wants them at once. */
    async hear(application: Application, activity: Activity): Promise<void> {
      const phones = await coordinatorList.of(activity.code, application.personId)
      tellAll(
        phones.filter((phone) => phone.hears === 'at_once' || isPastDigest(phone, application)),
        await cards.of(application, activity),
        cardScreen(application.id),
      )
    },

    /** Seats that somebody on the waiting list could have: how many wait, and the first of them at one tap. */
    async hearOfFreeSeats(activity: Activity): Promise<void> {
      const say = await freeSeats(activity)
      if (say) tellAll(await coordinatorList.of(activity.code), say)
    },

    freeSeats,

    /** Nobody could be told what was decided: a card to whoever has decided it, else to all; the older ones say so too. */
    async hearOfUntold(application: Application, activity: Activity): Promise<void> {
      const phones = await coordinatorList.of(activity.code, application.personId)
      const decidedBy = (await applications.lastDecision(application.id))?.byPersonId
      const theirs = phones.filter(({ personId }) => personId === decidedBy)
      const readers = theirs.length > 0 ? theirs : phones
      await copies.refresh(application, activity)
      await copies.makeRoom(
        application.id,
        readers.map(({ userId }) => userId),
      )
      tellAll(readers, await cards.of(application, activity), cardScreen(application.id))
    },

    /** Something about an activity as a whole. */
    async hearOfActivity(activity: Activity, say: (words: Words) => Message): Promise<void> {
      tellAll(await coordinatorList.of(activity.code), say)
    },

    /** These people need a coordinator's word: by name, with their phones, and the way to them. */
    async hearOfPeople(
      activity: Activity,
      what: PeopleScene['what'],
      concerned: readonly Application[],
    ): Promise<void> {
      const named = await applications.namesOf(concerned.map(({ id }) => id))
      tellAll(await coordinatorList.of(activity.code), (words) =>
        peopleView(words, { activity, what, concerned, named }),
      )
    },

    /** Somebody has answered what was asked again: the way to their card, which says what has changed. */
    async hearOfAnswers(application: Application, activity: Activity): Promise<void> {
      const name = await nameAndFirm(application)
      tellAll(await coordinatorList.of(activity.code, application.personId), (words) => ({
        text: words('life:sentBack.news', {
          title: titleOf(activity, words.language),
          reference: referenceOf(activity.code, application.number),
          name,
        }),
        keyboard: [
          [
            {
              text: words.plain('life:sentBack.openCard'),
              callback_data: openApplication.pack({ applicationId: application.id }),
            },
          ],
        ],
      }))
    },

    /** An offered seat was taken or not; and who has been offered it next. */
    async hearOfOffer(
      application: Application,
      activity: Activity,
      what: 'taken' | 'declined' | 'over',
      next?: Application,
    ): Promise<void> {
      const name = await nameAndFirm(application)
      const nextName = next && (await nameAndFirm(next))
      tellAll(await coordinatorList.of(activity.code, application.personId), (words) => ({
        text: [
          words(`life:offer.news.${what}`, {
            title: titleOf(activity, words.language),
            reference: referenceOf(activity.code, application.number),
            name,
          }),
          ...(nextName === undefined ? [] : [words('life:offer.news.next', { name: nextName })]),
        ].join('\n'),
        isSilent: true,
      }))
    },

    /** With `from` it was taken back by hand, and it is said where that came late. */
    async hearOfWithdrawal(
      application: Application,
      activity: Activity,
      from?: ApplicationState,
    ): Promise<void> {
      const name = await nameAndFirm(application)
      const isLate =
        from !== undefined &&
        seated.includes(from) &&
        withdrawalCutOff(activity, clock.now())?.isPast === true
      tellAll(await coordinatorList.of(activity.code, application.personId), (words) => ({
        text: [
          words('activities:card.withdrawn', {
            title: titleOf(activity, words.language),
            reference: referenceOf(activity.code, application.number),
            name,
          }),
          ...(isLate ? [words('life:withdraw.late')] : []),
        ].join('\n'),
        isSilent: true,
      }))
      await copies.refresh(application, activity)
    },

    /** Somebody has had their data erased: which application it was, and nothing of whose. */
    async hearOfErasure(application: Application, activity: Activity): Promise<void> {
      tellAll(await coordinatorList.of(activity.code, application.personId), (words) => ({
        text: words('privacy:erase.told', {
          title: titleOf(activity, words.language),
          reference: referenceOf(activity.code, application.number),
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
        const fresh = mayDo(grants, 'openDesk')
          ? await applications.fresh(reachOf(grants, 'openDesk'), digestedAt, until)
          : []
        if (fresh.length === 0) continue
        const known = await activities.byIds(fresh.map(({ activityId }) => activityId))
        await people.tell(personId, (words) => digestView(words, fresh, known))
      }
    },
  }
}

/** Whoever has chosen the digest while this was being handed in would find it in none. */
const isPastDigest = ({ digestedAt }: CoordinatorPhone, { submittedAt }: Application): boolean =>
  digestedAt !== null && submittedAt !== null && Temporal.Instant.compare(submittedAt, digestedAt) <= 0
