import type { Message, Messenger } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { isQuiet } from '../../../../shared/quiet-hours.ts'
import { displayName, type People } from '../../../people/index.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { CoordinatorList, CoordinatorPhone } from '../../data/coordinator-list.ts'
import { cardScreen } from '../../data/shown-cards.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { seatsHeld, seatsLeft } from '../../domain/seats.ts'
import { seated, type ApplicationState } from '../../domain/life-cycle.ts'
import { withdrawalCutOff } from '../../domain/withdrawal.ts'
import { answersNews, erasureNews, offerNews, withdrawalNews, type OfferFate } from '../application-news.ts'
import type { CardCopies } from './card-copies.ts'
import type { Cards } from './cards.ts'
import { isPastDigest } from './digests.ts'
import { peopleView, type PeopleScene } from '../life/people-view.ts'
import { freeSeatsView } from './free-seats-view.ts'

export interface CoordinatorsNeeds {
  applications: ApplicationStore
  coordinatorList: CoordinatorList
  cards: Cards
  copies: CardCopies
  people: People
  messenger: Messenger
  clock: Clock
}

export type Coordinators = ReturnType<typeof coordinators>

/** How coordinators hear of applications: a card at once, or one digest a day, as each of them chooses. */
export function coordinators(needs: CoordinatorsNeeds) {
  const { applications, coordinatorList, people, messenger, clock, cards, copies } = needs

  /** Says something on each phone, silently where it is night; what reads alike is written once. */
  function tellAll(
    phones: readonly CoordinatorPhone[],
    say: (words: Words, isEverywhere: boolean) => Message,
    screen?: string,
  ) {
    const written = new Map<string, Message>()
    for (const { userId, language, isEverywhere, zone } of phones) {
      const key = `${language} ${isEverywhere}`
      const message = written.get(key) ?? say(people.wordsIn(language), isEverywhere)
      written.set(key, message)
      const isSilent = isQuiet(clock.now(), zone)
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
      tellAll(await coordinatorList.of(activity.code, application.personId), (words) =>
        answersNews(words, { application, activity, name }),
      )
    },

    /** An offered seat was taken or not; and who has been offered it next. */
    async hearOfOffer(
      application: Application,
      activity: Activity,
      what: OfferFate,
      next?: Application,
    ): Promise<void> {
      const name = await nameAndFirm(application)
      const nextName = next && (await nameAndFirm(next))
      tellAll(await coordinatorList.of(activity.code, application.personId), (words) =>
        offerNews(words, { application, activity, name }, what, nextName),
      )
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
      tellAll(await coordinatorList.of(activity.code, application.personId), (words) =>
        withdrawalNews(words, { application, activity, name }, isLate),
      )
      await copies.refresh(application, activity)
    },

    /** Somebody has had their data erased: which application it was, and nothing of whose. */
    async hearOfErasure(application: Application, activity: Activity): Promise<void> {
      tellAll(await coordinatorList.of(activity.code, application.personId), (words) =>
        erasureNews(words, { application, activity }),
      )
    },
  }
}
