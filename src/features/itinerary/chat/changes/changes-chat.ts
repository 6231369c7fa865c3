import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Activity } from '../../../activities/index.ts'
import type { RingingAgain } from '../../actions/ring-again.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { ChangeCards } from '../../data/changes/change-cards.ts'
import type { ChangeStanding } from '../../data/changes/change-standing.ts'
import type { ChangeWatchers } from '../../data/changes/change-watchers.ts'
import type { Delivering } from '../delivering.ts'
import { markSeen } from '../reminders/buttons.ts'
import * as buttons from './buttons.ts'
import { againLetter } from './ringing-again.ts'
import { screenOf, type StandingCards } from './standing-cards.ts'
import { silentOf, standingView } from './standing-view.ts'

export interface ChangesChatNeeds {
  standing: ChangeStanding
  watchers: Pick<ChangeWatchers, 'add'>
  cards: Pick<ChangeCards, 'touch'>
  showCards: StandingCards
  runs: RunsActivity
  stillMatters: RingingAgain
  deliver: Delivering
  clock: Clock
}

/** Who has been written to within these seconds is not asked again. */
const secondsBetween = 300

/** The coordinators' side of changes: who has seen them, and asking the others again. */
export function changesChat(needs: ChangesChatNeeds): Composer<Chat> {
  const { standing, watchers, cards, showCards, runs, stillMatters, deliver, clock } = needs
  const composer = new Composer<Chat>()

  // Whoever answers the tap comes after; what they have written stands on the cards within seconds.
  composer.callbackQuery(markSeen.pattern, async (chat, next) => {
    await next()
    const { deliveryId } = markSeen.unpack(chat.callbackQuery.data)
    const activityId = await standing.activityOf(deliveryId)
    if (activityId !== undefined) await cards.touch(activityId)
  })

  composer.callbackQuery(buttons.refreshCard.pattern, async (chat) => {
    const { activityId } = buttons.refreshCard.unpack(chat.callbackQuery.data)
    await follow(chat, activityId)
    await showCards(activityId, { isFresh: false })
  })

  composer.callbackQuery(buttons.openCard.pattern, async (chat) => {
    const { activityId } = buttons.openCard.unpack(chat.callbackQuery.data)
    const activity = await follow(chat, activityId)
    const told = await standing.of(activityId)
    if (told.length === 0) chat.toast(chat.words.plain('changes:card.none'))
    else chat.display(screenOf(activityId), standingView(chat.words, activity, told), { isFresh: true })
  })

  composer.callbackQuery(buttons.askAgain.pattern, async (chat) => {
    const { activityId } = buttons.askAgain.unpack(chat.callbackQuery.data)
    await runs(chat.viewer.personId, activityId)
    const now = clock.now()
    const silent = silentOf(await standing.of(activityId))
    const due = silent.filter(({ secondsAgo }) => secondsAgo >= secondsBetween)
    const rings = await stillMatters(
      due.map(({ deliveryId, personId, itemIds }) => ({ deliveryId, personId, itemIds, activityId })),
      now,
    )
    await deliver(rings.map((ring) => againLetter(ring, now)))
    if (rings.length > 0) chat.toast(chat.words.plain('changes:card.asked', { count: rings.length }))
    else chat.toast(chat.words.plain(`changes:card.${due.length < silent.length ? 'justAsked' : 'nobody'}`))
    await showCards(activityId, { isFresh: false })
  })

  return composer

  /** Whoever looks at the card gets it as it changes from here on. */
  async function follow(chat: Chat, activityId: number): Promise<Activity> {
    const activity = await runs(chat.viewer.personId, activityId)
    await watchers.add(activityId, personIdOf(chat))
    return activity
  }
}
