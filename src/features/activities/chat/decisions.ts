import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { mayCoordinate, type People } from '../../people/index.ts'
import type { decideApplication, Decision } from '../actions/decide-application.ts'
import { firmStanding } from '../actions/firm-standing.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import type { Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'
import * as buttons from './buttons.ts'
import type { Coordinators } from './coordinators.ts'
import type { Outcomes } from './hand-in.ts'
import { rejectionReasons } from './outcome-text.ts'

export interface DecisionsNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  decide: ReturnType<typeof decideApplication>
  coordinators: Coordinators
  outcomes: Outcomes
}

/** The coordinators' taps on a card: approve, waiting list, reject with a reason. */
export function decisionsChat(needs: DecisionsNeeds): Composer<Chat> {
  const { activities, applications, people, decide, coordinators, outcomes } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.openApplication.pattern, async (chat) => {
    const { applicationId } = buttons.openApplication.unpack(chat.callbackQuery.data)
    const { application, activity } = await readable(chat, applicationId)
    chat.tell(await coordinators.cardFor(chat.viewer.personId, chat.words, application, activity))
  })
  composer.callbackQuery(buttons.confirmFirm.pattern, async (chat) => {
    const { applicationId } = buttons.confirmFirm.unpack(chat.callbackQuery.data)
    const { application, activity } = await readable(chat, applicationId)
    const { firmId, personId } = application
    const { isNew } = await people.answerJoin(firmId ?? 0, personId, chat.viewer.personId ?? 0, 'overrule')
    chat.turn(await coordinators.cardFor(chat.viewer.personId, chat.words, application, activity))
    chat.toast(chat.words.plain(isNew ? 'activities:card.firmConfirmed' : 'people:join.already'))
  })
  composer.callbackQuery(buttons.refuseFirm.pattern, async (chat) => {
    const { applicationId } = buttons.refuseFirm.unpack(chat.callbackQuery.data)
    const { application, activity } = await readable(chat, applicationId)
    const { firmId, personId } = application
    const { isNew } = await people.answerJoin(firmId ?? 0, personId, chat.viewer.personId ?? 0, 'refuse')
    chat.turn(await coordinators.cardFor(chat.viewer.personId, chat.words, application, activity))
    chat.toast(chat.words.plain(isNew ? 'activities:card.firmRefused' : 'people:join.already'))
  })
  composer.callbackQuery(buttons.approve.pattern, async (chat) => {
    const { applicationId } = buttons.approve.unpack(chat.callbackQuery.data)
    const { application, activity } = await readable(chat, applicationId)
    const isOpen = application.state === 'submitted' || application.state === 'waitlisted'
    if (isOpen && (await firmStanding(people, application)) === 'refused')
      return askAgain(chat, application, activity)
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
  composer.callbackQuery(buttons.askReason.pattern, async (chat) => {
    const { applicationId } = buttons.askReason.unpack(chat.callbackQuery.data)
    const { application, activity } = await readable(chat, applicationId)
    const card = await coordinators.cardFor(chat.viewer.personId, chat.words, application, activity)
    chat.turn({
      text: `${card.text}\n\n${chat.words('activities:card.whyReject')}`,
      keyboard: [
        ...rejectionReasons.map((reason) => [
          {
            text: chat.words.plain(`activities:reasons.${reason}`),
            callback_data: buttons.reject.pack({ applicationId, reason }),
          },
        ]),
        [
          {
            text: chat.words.plain('bot:back'),
            callback_data: buttons.openApplication.pack({ applicationId }),
          },
        ],
      ],
    })
  })
  composer.callbackQuery(buttons.reject.pattern, (chat) => {
    const { applicationId, reason } = buttons.reject.unpack(chat.callbackQuery.data)
    const known = rejectionReasons.find((name) => name === reason)
    if (!known) throw activityErrors.answered()
    return settle(chat, applicationId, { outcome: 'rejected', reason: known })
  })
  return composer

  /** Whom the firm has refused is approved on second thoughts only. */
  async function askAgain(chat: Chat, application: Application, activity: Activity): Promise<void> {
    const { words } = chat
    const card = await coordinators.cardFor(chat.viewer.personId, words, application, activity)
    const applicationId = application.id
    chat.turn({
      text: `${card.text}\n\n${words('activities:card.refusedAsk')}`,
      keyboard: [
        [
          {
            text: words.plain('activities:card.approveAnyway'),
            callback_data: buttons.approveAnyway.pack({ applicationId }),
          },
        ],
        [{ text: words.plain('bot:back'), callback_data: buttons.openApplication.pack({ applicationId }) }],
      ],
    })
  }

  async function settle(chat: Chat, applicationId: number, decision: Decision): Promise<void> {
    const decided = await decide(applicationId, chat.viewer.personId ?? 0, decision)
    const reason = decision.outcome === 'rejected' ? { reason: decision.reason } : {}
    await outcomes.tellOutcome({ ...decided, ...reason })
    const card = await coordinators.cardFor(
      chat.viewer.personId,
      chat.words,
      decided.application,
      decided.activity,
    )
    chat.turn(card)
    chat.toast(
      decided.because
        ? chat.words.plain('activities:card.becauseNoSeat')
        : chat.words.plain(`activities:state.${decided.application.state}`),
      decided.because !== undefined,
    )
    const next = decided.from === 'waitlisted' ? await coordinators.freeSeats(decided.activity) : undefined
    if (next) chat.tell(next(chat.words))
  }

  /** A card is for those who run the activity, whoever holds the button. */
  async function readable(chat: Chat, applicationId: number) {
    const application = await applications.read(applicationId)
    const activity = application && (await activities.read(application.activityId))
    if (!activity || application.state === 'draft') throw activityErrors.unknown()
    const grants = chat.viewer.personId === null ? [] : await people.roles.of(chat.viewer.personId)
    if (!mayCoordinate(grants, activity.code)) throw activityErrors.notYours()
    return { application, activity }
  }
}
