import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import { type People } from '../../../people/index.ts'
import { mustRun } from '../../actions/must-run.ts'
import { decidedAlready, type decideApplication, type Decision } from '../../actions/decide-application.ts'
import { firmStanding } from '../../actions/firm-standing.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { LookAtApplication } from '../../data/application-look.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors, isDecided } from '../../domain/errors.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from './card-copies.ts'
import type { Cards } from './cards.ts'
import type { Coordinators } from './coordinators.ts'
import type { TellOutcome } from './tell-outcome.ts'
import { mayBeDecided, transitions } from '../../domain/life-cycle.ts'

export interface DecisionsNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  lookAtApplication: LookAtApplication
  decide: ReturnType<typeof decideApplication>
  cards: Cards
  copies: CardCopies
  coordinators: Coordinators
  tellOutcome: TellOutcome
}

export type Decisions = ReturnType<typeof decisions>

/** The coordinators' taps on a card: approve, waiting list, confirm a firm; rejecting has a room of its own. */
export function decisions(needs: DecisionsNeeds) {
  const {
    activities,
    applications,
    people,
    lookAtApplication,
    decide,
    cards,
    copies,
    coordinators,
    tellOutcome,
  } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.openApplication.pattern, async (chat) => {
    const { applicationId } = buttons.openApplication.unpack(chat.callbackQuery.data)
    await openCard(chat, applicationId)
  })
  composer.callbackQuery(buttons.confirmFirm.pattern, (chat) =>
    answerForFirm(chat, buttons.confirmFirm.unpack(chat.callbackQuery.data).applicationId, 'overrule'),
  )
  composer.callbackQuery(buttons.refuseFirm.pattern, (chat) =>
    answerForFirm(chat, buttons.refuseFirm.unpack(chat.callbackQuery.data).applicationId, 'refuse'),
  )
  composer.callbackQuery(buttons.approve.pattern, async (chat) => {
    const { applicationId } = buttons.approve.unpack(chat.callbackQuery.data)
    const opened = await readable(chat, applicationId)
    const { state } = opened.application
    const isOpen = mayBeDecided(state)
    if (isOpen && (await firmStanding(people, opened.application)) === 'refused')
      return askAgain(chat, opened)
    return settle(chat, applicationId, { outcome: 'approved' })
  })
  composer.callbackQuery(buttons.approveAnyway.pattern, (chat) =>
    settle(chat, buttons.approveAnyway.unpack(chat.callbackQuery.data).applicationId, {
      outcome: 'approved',
    }),
  )
  composer.callbackQuery(buttons.waitlist.pattern, (chat) =>
    settle(chat, buttons.waitlist.unpack(chat.callbackQuery.data).applicationId, { outcome: 'waitlisted' }),
  )

  /** Says for a firm whether the person belongs to it. */
  async function answerForFirm(
    chat: Chat,
    applicationId: number,
    answer: 'overrule' | 'refuse',
  ): Promise<void> {
    const { firmId, personId } = (await readable(chat, applicationId)).application
    const { isNew } = await people.answerJoin(firmId ?? 0, personId, chat.viewer.personId ?? 0, answer)
    // The word may have given them a seat.
    await showCard(chat, await readable(chat, applicationId))
    const said = answer === 'refuse' ? 'activities:card.firmRefused' : 'activities:card.firmConfirmed'
    chat.toast(chat.words.plain(isNew ? said : 'people:join.already'))
  }

  /** Whom the firm has refused is approved on second thoughts only. */
  async function askAgain(chat: Chat, { application, activity }: Opened): Promise<void> {
    const { words } = chat
    const card = await cards.forReader(chat.viewer.personId, words, application, activity)
    const key = (text: string, callback_data: string) => [{ text, callback_data }]
    const about = { applicationId: application.id }
    chat.turn({
      text: `${card.text}\n\n${words('activities:card.refusedAsk')}`,
      keyboard: [
        key(words.plain('activities:card.approveAnyway'), buttons.approveAnyway.pack(about)),
        key(words.plain('bot:back'), buttons.openApplication.pack(about)),
      ],
    })
  }

  /** Decides, tells the person, and says to the coordinator whom it was about. */
  async function settle(chat: Chat, applicationId: number, decision: Decision): Promise<void> {
    const before = await readable(chat, applicationId)
    const decided = await unlessDecided(chat, before, () =>
      decide(applicationId, chat.viewer.personId ?? 0, decision),
    )
    if (!decided) return
    const rejection = decision.outcome === 'rejected' ? { rejection: decision.rejection } : {}
    const isTold = await tellOutcome({ ...decided, ...rejection })
    const after = await readable(chat, applicationId)
    await copies.showChanged(chat, after.application, after.activity)
    const name = (await applications.namesOf([applicationId])).get(applicationId)?.name ?? ''
    const outcome = decided.because ? 'noSeat' : decision.outcome
    chat.toast(
      chat.words.plain(`activities:card.${isTold ? 'done' : 'doneUntold'}.${outcome}`, { name }),
      decided.because !== undefined || !isTold,
    )
    const next = decided.from === 'waitlisted' ? await coordinators.freeSeats(decided.activity) : undefined
    if (next) chat.tell(next(chat.words))
  }

  /** Does what is only for applications that wait for a decision; else shows how this one was decided, and by whom. */
  async function unlessDecided<Result>(
    chat: Chat,
    opened: Opened,
    act: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await act()
    } catch (error) {
      if (!isDecided(error)) throw error
      await showCard(chat, await readable(chat, opened.application.id))
      if (chat.callbackQuery) chat.toast(chat.words.plain(error), !error.isDone)
      else chat.tell({ text: chat.words(error) })
      return undefined
    }
  }

  const openCard = async (chat: Chat, applicationId: number): Promise<void> =>
    showCard(chat, await readable(chat, applicationId))

  async function showCard(chat: Chat, { application, activity }: Opened): Promise<void> {
    await copies.show(chat, application, activity)
    await people.audit.note({
      ...{ byPersonId: chat.viewer.personId ?? 0, act: 'saw', what: 'card' },
      ...{ activityId: activity.id, aboutPersonIds: [application.personId] },
    })
  }

  /** A card is for those who run the activity, whoever holds the button. */
  async function readable(chat: Chat, applicationId: number): Promise<Opened> {
    await lookAtApplication(applicationId)
    const application = await applications.read(applicationId)
    const activity = application && (await activities.read(application.activityId))
    if (!activity || application.state === 'draft') throw activityErrors.unknown()
    await mustRun(people, activity, chat.viewer.personId, 'decideApplications')
    return { application, activity }
  }

  /** The same, if it can be rejected; else the card is shown with who has decided, and nothing is returned. */
  async function rejectable(chat: Chat, applicationId: number): Promise<Opened | undefined> {
    const opened = await readable(chat, applicationId)
    return unlessDecided(chat, opened, () => mustBeRejectable(chat, opened))
  }

  async function mustBeRejectable(chat: Chat, opened: Opened): Promise<Opened> {
    const { application } = opened
    const readerId = chat.viewer.personId ?? 0
    if (!transitions[application.state].includes('rejected'))
      throw await decidedAlready(needs, application, readerId)
    if (application.personId === readerId) throw activityErrors.ownApplication()
    return opened
  }

  /** The same without a word about why not. */
  async function stillRejectable(chat: Chat, applicationId: number): Promise<Opened | undefined> {
    try {
      return await mustBeRejectable(chat, await readable(chat, applicationId))
    } catch (error) {
      if (error instanceof DomainError) return undefined
      throw error
    }
  }

  return { composer, openCard, settle, rejectable, stillRejectable }
}

interface Opened {
  application: Application
  activity: Activity
}
