import type { Chat } from '../../../../bot/context.ts'
import { homeBelowButton } from '../../../../bot/home.ts'
import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { Html } from '../../../../platform/texts/html.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { displayName, type People } from '../../../people/index.ts'
import type { withdrawApplication } from '../../actions/withdraw-application.ts'
import { firmStanding } from '../../actions/firm-standing.ts'
import type { Submitted, submitApplication } from '../../actions/submit-application.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import { closedBecause, isTrip, titleOf, type Activity } from '../../domain/activity.ts'
import { nameIn, referenceOf, type Application } from '../../domain/application.ts'
import { applyForColleague, listTrips, seeBelow } from '../buttons.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import { screenOf } from './applying.ts'
import type { ApplicationForms } from './application-forms.ts'
import { refOf, type ApplyingStanding, type FillingWithForm } from './applying-with-form.ts'
import { formLinesOf } from './form-lines.ts'
import { firmOf } from '../firm-of.ts'
import { answerLines } from './summary-view.ts'
import { nextStepOfColleague, receipt } from './outcome-text.ts'
import { reasonKeys } from '../life/withdrawing-views.ts'
import type { SeatsAreFree } from '../deciding/free-seats.ts'
import type { TellOutcome } from '../deciding/tell-outcome.ts'
import { seated } from '../../domain/life-cycle.ts'

export interface HandInNeeds {
  applications: ApplicationStore
  people: People
  filling: FillingWithForm
  forms: ApplicationForms
  submit: ReturnType<typeof submitApplication>
  withdraw: ReturnType<typeof withdrawApplication>
  coordinators: Coordinators
  tellOutcome: TellOutcome
  seatsAreFree: SeatsAreFree
  clock: Clock
  botUsername: string
}

/** Handing in an application and taking it back: receipts, news to the person, cards to the coordinators. */
export function handingIn(needs: HandInNeeds) {
  const { applications, people, filling, submit, withdraw, coordinators, botUsername, clock } = needs
  const { tellOutcome, seatsAreFree, forms } = needs

  return {
    /** Hands in the draft: a receipt that stays, and word to the coordinators; or what has to be asked before that. */
    async handIn(chat: Chat, applicationId: number): Promise<ApplyingStanding | undefined> {
      const draft = await filling.lockedDraftOf(applicationId, chat.viewer.personId ?? 0)
      const left = await filling.left(chat, applicationId)
      if (left) return left
      const submitted = await submit(draft)
      if (!submitted) return filling.standing(applicationId)
      const { application, activity, because } = submitted
      await forms.handIn(chat, refOf(application, true))
      await showSent(chat, application, activity)
      if (application.filledBy !== null) {
        await giveColleagueLink(chat, submitted)
        // What was decided at once is said to the colleague when they open their link.
        if (application.state !== 'submitted') await applications.markTold(application.id, false)
      } else if (application.state === 'submitted')
        chat.tell({
          text: receipt(chat.words, application, activity),
          keyboard: await waysOn(chat.words, application),
        })
      else await tellOutcome({ application, activity, ...(because ? { because } : {}) })
      if (application.filledBy === null) await askFirm(chat, application)
      if (application.filledBy === null) await people.settleHomeZone(chat, application.personId)
      if (await concernsCoordinators(application)) await coordinators.hear(application, activity)
      return undefined
    },

    async takeBack(chat: Chat, applicationId: number): Promise<void> {
      const withdrawn = await withdraw(applicationId, chat.viewer.personId ?? 0)
      const { application, activity, from } = withdrawn
      const isOwn = application.personId === chat.viewer.personId
      const isOpen = closedBecause(activity, clock.now()) === undefined
      const said = isOwn
        ? chat.words('activities:trips.withdrawn')
        : chat.words('activities:trips.withdrawnFor', { name: nameIn(application.answers) })
      chat.turn({
        text: [
          [said, ...(isOpen ? [chat.words('activities:trips.applyAgain')] : [])].join(' '),
          chat.words('life:withdraw.why'),
        ].join('\n\n'),
        keyboard: [
          ...reasonKeys(chat.words, application.id),
          [{ text: chat.words.plain('activities:trips.all'), callback_data: listTrips.pack({}) }],
        ],
      })
      await coordinators.hearOfWithdrawal(application, activity, from)
      if (seated.includes(from)) await seatsAreFree(activity)
    },
  }

  /** What was approved at once needs nobody's hand, unless it is not known yet whether the person belongs to the firm. */
  async function concernsCoordinators(application: Application): Promise<boolean> {
    return application.state !== 'approved' || (await firmStanding(people, application)) !== 'member'
  }

  /** What can be done now, beneath the receipt, which stays: each of these opens a message of its own. */
  async function waysOn(words: Words, { id, activityId, personId }: Application) {
    const key = (text: TextKey, callback_data: string) => [{ text: words.plain(text), callback_data }]
    const memberships = await people.members.membershipsOf(personId)
    return [
      key('activities:trips.see', seeBelow.pack({ applicationId: id })),
      ...(memberships.some(({ state }) => state === 'member')
        ? [key('activities:trips.colleague', applyForColleague.pack({ activityId }))]
        : []),
      [homeBelowButton(words)],
    ]
  }

  /** The summary stays, as what has been sent: nothing in it can be changed any more. */
  async function showSent(chat: Chat, application: Application, activity: Activity): Promise<void> {
    const { words } = chat
    const scene = {
      ...{ words, activity, application, ...(await firmOf(people, application)) },
      ...(await formLinesOf(forms, words, application, activity)),
    }
    chat.display(screenOf(application.id), {
      text: [
        words('activities:summary.sent', { title: titleOf(activity, words.language) }),
        answerLines({ ...scene, isTrip: isTrip(activity.kind) }),
      ].join('\n\n'),
    })
  }

  /** Only now the people of the firm are asked whether who applies belongs to them; what is asked is said. */
  async function askFirm(chat: Chat, { firmId, personId, state }: Application): Promise<void> {
    if (firmId === null) return
    const { state: standing, firm } = await people.askAboutMember(firmId, personId)
    if (standing === 'member') return
    // What has been decided already is not considered any more.
    const key =
      state === 'submitted'
        ? (`activities:receipt.firm.${standing}` as const)
        : (`activities:receipt.firm.decided.${standing}` as const)
    chat.tell({ text: chat.words(key, { firm: firm.name }) })
  }

  async function outcomeOfColleague(
    words: Words,
    { application, activity, because }: Submitted,
  ): Promise<Html> {
    if (application.state === 'approved') return words.piece('activities:receipt.colleagueApproved')
    if (application.state !== 'waitlisted') return nextStepOfColleague(words, activity)
    return words.piece('activities:receipt.colleagueWaiting', {
      position: String(await applications.waitingPosition(application)),
      because: words.piece(`activities:told.because.${because ?? 'none'}`),
    })
  }

  /** What became of it at once is said here: the colleague is not there yet, and hears it when they open their link. */
  async function giveColleagueLink(chat: Chat, submitted: Submitted): Promise<void> {
    const { application, activity } = submitted
    const token = await people.joining.inviteToFirm(application.firmId ?? 0, application.filledBy, {
      forPersonId: application.personId,
    })
    const person = await people.persons.read(application.personId)
    chat.tell({
      text: chat.words('activities:receipt.colleague', {
        name: person ? displayName(person) : '',
        reference: referenceOf(activity.code, application.number),
        outcome: await outcomeOfColleague(chat.words, submitted),
        link: `https://t.me/${botUsername}?start=f_${token}`,
      }),
    })
  }
}
