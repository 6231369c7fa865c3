import type { Chat } from '../../../bot/context.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { formatDate, formatDayRange } from '../../../platform/texts/dates.ts'
import { displayName, type People } from '../../people/index.ts'
import type { answering, Standing } from '../actions/answer-step.ts'
import type { decideApplication, Decided, withdrawApplication } from '../actions/decide-application.ts'
import type { submitApplication } from '../actions/submit-application.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { cityOf, titleOf, type Activity } from '../domain/activity.ts'
import { referenceOf, seated, type Application } from '../domain/application.ts'
import type { Coordinators } from './coordinators.ts'
import { screenOf } from './applying.ts'

export interface HandInNeeds {
  applications: ApplicationStore
  people: People
  filling: ReturnType<typeof answering>
  submit: ReturnType<typeof submitApplication>
  withdraw: ReturnType<typeof withdrawApplication>
  coordinators: Coordinators
  botUsername: string
}

type Told = Omit<Decided, 'from'> & { reason?: string }

export type Outcomes = ReturnType<typeof outcomes>

/** What follows an application's changes: receipts, news to the person, cards to the coordinators. */
export function outcomes(needs: HandInNeeds) {
  const { applications, people, filling, submit, withdraw, coordinators, botUsername } = needs

  return {
    /** Hands in the draft: a receipt that stays, and word to the coordinators; or what has to be asked before that. */
    async handIn(chat: Chat, applicationId: number): Promise<Standing | undefined> {
      const draft = await filling.lockedDraftOf(applicationId, chat.viewer.personId ?? 0)
      const submitted = await submit(draft)
      if (!submitted) return filling.standing(applicationId)
      const { application, activity, because } = submitted
      chat.leave(screenOf(application.id))
      if (application.filledBy !== null) await giveColleagueLink(chat, application, activity)
      else if (application.state === 'submitted')
        chat.tell({ text: receipt(chat.words, application, activity) })
      else await tellOutcome({ application, activity, ...(because ? { because } : {}) })
      if (application.filledBy === null) await askFirm(chat, application)
      if (application.state !== 'approved') await coordinators.hear(application, activity)
      return undefined
    },

    async takeBack(chat: Chat, applicationId: number): Promise<void> {
      const withdrawn = await withdraw(applicationId, chat.viewer.personId ?? 0)
      chat.turn({ text: chat.words('activities:trips.withdrawn') })
      await coordinators.hearOfWithdrawal(withdrawn.application, withdrawn.activity)
      if (seated.includes(withdrawn.from)) await coordinators.hearOfFreeSeats(withdrawn.activity)
    },

    tellOutcome,
  }

  /** Only now the people of the firm are asked whether who applies belongs to them; what is asked is said. */
  async function askFirm(chat: Chat, { firmId, personId }: Application): Promise<void> {
    if (firmId === null) return
    const { state, firm } = await people.askAboutMember(firmId, personId)
    if (state !== 'member')
      chat.tell({ text: chat.words(`activities:receipt.firm.${state}`, { firm: firm.name }) })
  }

  /** Tells the person what was decided and what comes next; after an approval each consent is asked on its own. */
  async function tellOutcome(decided: Told): Promise<void> {
    const { application, activity } = decided
    const position = application.state === 'waitlisted' ? await applications.waitingPosition(application) : 0
    const told = await people.tell(application.personId, (words) => ({
      text: outcomeText(words, decided, position),
    }))
    if (told === 0 && application.filledBy !== null) await tellWhoFilledIn(application, activity)
    if (application.state === 'approved' && activity.kind !== 'workshop')
      await people.askConsents(application.personId)
  }

  /** A colleague who has not opened their link yet cannot be told; whoever applied for them can. */
  async function tellWhoFilledIn(application: Application, activity: Activity): Promise<void> {
    const person = await people.persons.read(application.personId)
    await people.tell(application.filledBy ?? 0, (words) => ({
      text: words('activities:told.colleague', {
        name: person ? displayName(person) : '',
        reference: referenceOf(activity.code, application.number),
        state: words.plain(`activities:state.${application.state}`),
      }),
    }))
  }

  async function giveColleagueLink(chat: Chat, application: Application, activity: Activity): Promise<void> {
    const token = await people.joining.inviteToFirm(
      application.firmId ?? 0,
      application.filledBy,
      [],
      application.personId,
    )
    const person = await people.persons.read(application.personId)
    chat.tell({
      text: chat.words('activities:receipt.colleague', {
        name: person ? displayName(person) : '',
        reference: referenceOf(activity.code, application.number),
        link: `https://t.me/${botUsername}?start=f_${token}`,
      }),
    })
  }
}

function receipt(words: Words, application: Application, activity: Activity): string {
  const { decisionOn } = activity
  return words('activities:receipt.submitted', {
    title: titleOf(activity, words.language),
    reference: referenceOf(activity.code, application.number),
    next: decisionOn
      ? words.piece('activities:receipt.nextOn', { date: formatDate(decisionOn, words.language) })
      : words.piece('activities:receipt.nextSoon'),
  })
}

function outcomeText(
  words: Words,
  { application, activity, because, reason }: Told,
  position: number,
): string {
  const title = titleOf(activity, words.language)
  const reference = referenceOf(activity.code, application.number)
  switch (application.state) {
    case 'approved':
      return words('activities:told.approved', {
        title,
        reference,
        dates: formatDayRange(activity.startsOn, activity.endsOn, words.language),
        city: cityOf(activity, words.language),
      })
    case 'waitlisted':
      return words('activities:told.waitlisted', {
        title,
        position: String(position),
        because: words.piece(`activities:told.because.${because ?? 'none'}`),
      })
    default:
      return words('activities:told.rejected', { title, reason: reasonText(words, reason) })
  }
}

/** The reasons a coordinator can tap. */
export const rejectionReasons = ['scope', 'seats', 'incomplete', 'rules'] as const
export type RejectionReason = (typeof rejectionReasons)[number]

const reasonText = (words: Words, reason: string | undefined): string => {
  const known = rejectionReasons.find((name) => name === reason) ?? 'seats'
  return words.plain(`activities:reasons.${known}`)
}

export type { decideApplication }
