import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { People } from '../../../people/index.ts'
import {
  answerOffer,
  endOffer,
  type Answered,
  type AnswerOfferNeeds,
} from '../../actions/life/answer-offer.ts'
import { offerSeat, type OfferNeeds } from '../../actions/life/offer-seat.ts'
import type { Decided } from '../../actions/decide-application.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import type { SeatsAreFree } from '../deciding/free-seats.ts'
import { following, type FollowingNeeds } from './following.ts'
import { untilFields } from '../trips/until.ts'

export interface OffersChatNeeds extends OfferNeeds, AnswerOfferNeeds, FollowingNeeds {
  people: People
  copies: CardCopies
  coordinators: Pick<Coordinators, 'hearOfOffer'>
  seatsAreFree: SeatsAreFree
  homeTimeZone: string
}

/** Seats that are offered for some hours: given, taken, let go, passed. */
export function offers(needs: OffersChatNeeds) {
  const { applications, copies, coordinators, seatsAreFree, homeTimeZone } = needs
  const offering = offerSeat(needs)
  const answer = answerOffer(needs)
  const end = endOffer(needs)
  const follow = following(needs)
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.offerSeat.pattern, async (chat) => {
    const { applicationId } = buttons.offerSeat.unpack(chat.callbackQuery.data)
    const decided = await offering.byHand(applicationId, chat.viewer.personId ?? 0)
    const isTold = await follow(decided)
    await copies.showChanged(chat, decided.application, decided.activity)
    const name = await nameOf(applicationId)
    const expiresAt = decided.application.offerExpiresAt ?? needs.clock.now()
    const until = untilFields(chat.words, expiresAt, { zone: homeTimeZone })
    const said = isTold ? 'life:offer.given' : 'life:offer.givenUntold'
    chat.toast(chat.words.plain(said, { name, ...until }), !isTold)
  })
  composer.callbackQuery(buttons.takeOfferBack.pattern, async (chat) => {
    const { applicationId } = buttons.takeOfferBack.unpack(chat.callbackQuery.data)
    const decided = await offering.takeBack(applicationId, chat.viewer.personId ?? 0)
    await follow({ ...decided, because: 'offerTakenBack' })
    await copies.showChanged(chat, decided.application, decided.activity)
    chat.toast(chat.words.plain('life:offer.takenBack'))
  })
  composer.callbackQuery(buttons.toFront.pattern, async (chat) => {
    const { applicationId } = buttons.toFront.unpack(chat.callbackQuery.data)
    const { application, activity } = await offering.toFront(applicationId, chat.viewer.personId ?? 0)
    await copies.showChanged(chat, application, activity)
    chat.toast(chat.words.plain('life:offer.atFront', { name: await nameOf(applicationId) }))
  })
  composer.callbackQuery(buttons.answerOffer.pattern, async (chat) => {
    const { applicationId, answer: said } = buttons.answerOffer.unpack(chat.callbackQuery.data)
    const how = said === 'take' ? 'take' : 'decline'
    const answered = await answer(applicationId, chat.viewer.personId ?? 0, how)
    // A seat that is free again is passed on first: then it is clear who stands where.
    await passOn(answered)
    await showAnswered(chat, answered)
  })

  async function showAnswered(chat: Chat, answered: Answered): Promise<void> {
    const { words } = chat
    if (answered.kind !== 'late') {
      chat.turn({ text: words(`life:offer.${answered.kind}`), keyboard: toTrips(chat) })
      return
    }
    const { application } = answered.decided
    const position = String(await applications.waitingPosition(application))
    const zone = await needs.people.zoneOf(chat.viewer.personId ?? 0)
    const ended = untilFields(words, answered.endedAt, { zone })
    chat.turn({ text: words('life:offer.late', { ...ended, position }), keyboard: toTrips(chat) })
  }

  /** Everybody else hears of it, and a seat that is free again goes to the next in line. */
  async function passOn(answered: Answered): Promise<void> {
    if (answered.kind === 'late') {
      if (answered.isNew) await isFreeAgain(answered.decided, 'over')
      return
    }
    if (answered.kind === 'declined') return isFreeAgain(answered.decided, 'declined')
    const { application, activity } = answered.decided
    await follow(answered.decided)
    await coordinators.hearOfOffer(application, activity, 'taken')
  }

  async function isFreeAgain({ application, activity }: Decided, why: 'over' | 'declined'): Promise<void> {
    await copies.refresh(application, activity)
    const next = await offering.toNext(activity.id, application.id)
    if (next) await follow(next)
    await coordinators.hearOfOffer(application, activity, why, next?.application)
    if (!next) await seatsAreFree(activity)
  }

  async function nameOf(applicationId: number): Promise<string> {
    return (await applications.namesOf([applicationId])).get(applicationId)?.name ?? ''
  }

  return {
    composer,
    /** The time of an offer has passed: whoever had it is told, and the next one gets it. */
    async isOver(applicationId: number): Promise<void> {
      const ended = await end(applicationId)
      if (!ended) return
      await follow({ ...ended, because: 'offerOver' })
      await isFreeAgain(ended, 'over')
    },
  }
}

const toTrips = ({ words }: Chat) => [
  [{ text: words.plain('activities:home.button'), callback_data: buttons.listTrips.pack({}) }],
]
