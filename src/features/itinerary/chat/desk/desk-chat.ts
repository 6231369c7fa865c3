import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { isLanguage } from '../../../../shared/localized-text.ts'
import type { Activity } from '../../../activities/index.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { ComingFires, ComingPage } from '../../data/coming-fires.ts'
import type { DueFires } from '../../data/due-fires.ts'
import type { ItemStore } from '../../data/item-store.ts'
import type { RehearsalStore } from '../../data/rehearsal-store.ts'
import type { RuleStore } from '../../data/rule-store.ts'
import * as buttons from './buttons.ts'
import { remindersView } from './coming-view.ts'
import { peopleOnPage, unheardView, whoGetsView } from './people-view.ts'
import { pauseQuestion, rehearsalQuestion } from './questions-view.ts'

export interface RemindersDeskNeeds {
  runs: RunsActivity
  items: Pick<ItemStore, 'ofActivity'>
  coming: ComingFires
  rules: Pick<RuleStore, 'read' | 'pause'>
  fires: Pick<DueFires, 'resume'>
  rehearsals: RehearsalStore
  clock: Clock
}

const hoursAhead = 24
/** What did not arrive is shown for so long. */
const hoursBack = 48

/** The coordinators' side: what will go out within a day, what did not arrive, pausing all of it, and a rehearsal. */
export function remindersDesk(needs: RemindersDeskNeeds): Composer<Chat> {
  const { runs, items, coming, rules, fires, rehearsals, clock } = needs
  const composer = new Composer<Chat>()
  const theirs = (chat: Chat, activityId: number) => runs(chat.viewer.personId, activityId)

  composer.callbackQuery(buttons.openReminders.pattern, async (chat) => {
    const { activityId, offset } = buttons.openReminders.unpack(chat.callbackQuery.data)
    chat.turn(await screen(chat, await theirs(chat, activityId), Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.whoGets.pattern, async (chat) => {
    const { activityId, minute, kind, itemId, offset } = buttons.whoGets.unpack(chat.callbackQuery.data)
    const activity = await theirs(chat, activityId)
    const dueAt = Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
    const page = { ...pageOf(activityId, offset), limit: peopleOnPage }
    const one = { dueAt, kind: kind as never, itemId: itemId === 0 ? null : itemId }
    const found = await coming.people(page, one)
    const programme = await items.ofActivity(activityId)
    chat.turn(whoGetsView(chat.words, { activity, items: programme, one, ...found, offset: page.offset }))
  })
  composer.callbackQuery(buttons.whoHasNotHeard.pattern, async (chat) => {
    const { activityId, offset } = buttons.whoHasNotHeard.unpack(chat.callbackQuery.data)
    const activity = await theirs(chat, activityId)
    const page = { offset: Math.max(offset, 0), limit: peopleOnPage }
    const found = await coming.unheard(activityId, since(), page)
    chat.turn(unheardView(chat.words, { activity, ...found, offset: page.offset }))
  })

  composer.callbackQuery(buttons.askPause.pattern, async (chat) => {
    const { activityId } = buttons.askPause.unpack(chat.callbackQuery.data)
    chat.turn(pauseQuestion(chat.words, await theirs(chat, activityId)))
  })
  composer.callbackQuery(buttons.pauseAll.pattern, async (chat) => {
    const { activityId, isPaused } = buttons.pauseAll.unpack(chat.callbackQuery.data)
    const activity = await theirs(chat, activityId)
    await rules.pause(activityId, isPaused === 1)
    if (isPaused !== 1) await fires.resume(activityId, clock.now())
    chat.toast(chat.words.plain(`reminders:desk.${isPaused === 1 ? 'isPaused' : 'isResumed'}`))
    chat.turn(await screen(chat, activity, 0))
  })

  composer.callbackQuery(buttons.askRehearsal.pattern, async (chat) => {
    const { activityId } = buttons.askRehearsal.unpack(chat.callbackQuery.data)
    chat.turn(rehearsalQuestion(chat.words, await theirs(chat, activityId)))
  })
  composer.callbackQuery(buttons.rehearse.pattern, async (chat) => {
    const { activityId, language } = buttons.rehearse.unpack(chat.callbackQuery.data)
    if (!isLanguage(language)) throw staleButton()
    const activity = await theirs(chat, activityId)
    if ((await items.ofActivity(activityId)).length === 0) {
      chat.toast(chat.words.plain('reminders:rehearsal.nothing'), true)
      return
    }
    await rehearsals.begin(personIdOf(chat), activityId, language)
    chat.toast(chat.words.plain('reminders:rehearsal.begins'))
    chat.turn(await screen(chat, activity, 0))
  })
  composer.callbackQuery(buttons.stopRehearsal.pattern, async (chat) => {
    await rehearsals.end(personIdOf(chat))
    chat.toast(chat.words.plain('reminders:rehearsal.stopped'))
  })
  return composer

  async function screen(chat: Chat, activity: Activity, offset: number): Promise<Message> {
    const found = await coming.page(pageOf(activity.id, offset))
    const unheard = await coming.unheard(activity.id, since(), { offset: 0, limit: 1 })
    const { pausedAt } = await rules.read(activity.id)
    return remindersView(chat.words, {
      ...{ activity, offset, pausedAt, ...found },
      items: await items.ofActivity(activity.id),
      unheard: unheard.total,
      isRehearsing: (await rehearsals.of(personIdOf(chat))) !== undefined,
    })
  }

  function pageOf(activityId: number, offset: number): ComingPage {
    const from = clock.now()
    return {
      activityId,
      from,
      to: from.add({ hours: hoursAhead }),
      offset: Math.max(offset, 0),
      limit: pageSize,
    }
  }

  function since(): Temporal.Instant {
    return clock.now().subtract({ hours: hoursBack })
  }
}
