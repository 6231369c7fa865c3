import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { People } from '../../../people/index.ts'
import type { StageDecisions } from '../../actions/life/stage-decisions.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import { activityErrors, isDecided } from '../../domain/errors.ts'
import { changeOf } from '../../domain/life-cycle.ts'
import { readRejection } from '../../domain/rejection.ts'
import { isStagedOutcome, stagedOutcomes } from '../../domain/staging.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import type { Cards } from '../deciding/cards.ts'
import { reasonKeysFor, stageKeys } from './staging-views.ts'

export interface StagingNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
  staged: StageDecisions
  cards: Cards
  copies: CardCopies
}

/** Deciding on a card for later: nobody but coordinators sees it until it is announced. */
export function stagingChat(needs: StagingNeeds): Composer<Chat> {
  const { applications, activities, staged, cards, copies } = needs
  const composer = new Composer<Chat>()
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  composer.callbackQuery(buttons.askStage.pattern, async (chat) => {
    const { applicationId } = buttons.askStage.unpack(chat.callbackQuery.data)
    const { application, activity } = await staged.theirs(applicationId, by(chat))
    const card = await cards.forReader(by(chat), chat.words, application, activity)
    const outcomes = stagedOutcomes.filter((one) => changeOf(application.state, one, 'coordinator'))
    chat.turn({
      text: `${card.text}\n\n${chat.words('several:later.ask')}`,
      keyboard: stageKeys(chat.words, applicationId, outcomes),
    })
  })
  composer.callbackQuery(buttons.askStageReason.pattern, async (chat) => {
    const { applicationId } = buttons.askStageReason.unpack(chat.callbackQuery.data)
    await staged.theirs(applicationId, by(chat))
    const name = await nameOf(applicationId)
    chat.turn({
      text: chat.words('several:later.why', { name }),
      keyboard: reasonKeysFor(chat.words, {
        reason: (reason) => buttons.stage.pack({ applicationId, outcome: 'rejected', reason }),
        own: buttons.writeStageReason.pack({ applicationId }),
        back: buttons.askStage.pack({ applicationId }),
      }),
    })
  })
  composer.callbackQuery(buttons.stage.pattern, async (chat) => {
    const { applicationId, outcome, reason } = buttons.stage.unpack(chat.callbackQuery.data)
    if (!isStagedOutcome(outcome)) throw staleButton()
    await settled(chat, applicationId, async () => {
      await staged.stage(applicationId, by(chat), { outcome, rejection: readRejection(reason) })
      return chat.words.plain('several:later.kept', { name: await nameOf(applicationId) })
    })
  })
  composer.callbackQuery(buttons.unstage.pattern, async (chat) => {
    const { applicationId } = buttons.unstage.unpack(chat.callbackQuery.data)
    await settled(chat, applicationId, async () => {
      await staged.unstage(applicationId, by(chat))
      return chat.words.plain('several:later.takenBack', { name: await nameOf(applicationId) })
    })
  })
  return composer

  /** Every copy of the card says what stands now; what was decided meanwhile is said. */
  async function settled(chat: Chat, applicationId: number, act: () => Promise<string>): Promise<void> {
    let said: string
    let isAlert = false
    try {
      said = await act()
    } catch (error) {
      if (!isDecided(error)) throw error
      said = chat.words.plain(error)
      isAlert = !error.isDone
    }
    const application = await applications.read(applicationId)
    const activity = application && (await activities.read(application.activityId))
    if (!activity) throw activityErrors.unknown()
    await copies.showChanged(chat, application, activity)
    chat.toast(said, isAlert)
  }

  async function nameOf(applicationId: number): Promise<string> {
    return (await applications.namesOf([applicationId])).get(applicationId)?.name ?? ''
  }
}
