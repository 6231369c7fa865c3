import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { isLanguage } from '../../../../shared/localized-text.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { DueFires } from '../../data/reminders/due-fires.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import type { RehearsalStore } from '../../data/reminders/rehearsal-store.ts'
import type { RuleStore } from '../../data/reminders/rule-store.ts'
import * as buttons from './buttons.ts'
import type { RemindersDesk } from './desk-chat.ts'
import { pauseQuestion, rehearsalQuestion } from './questions-view.ts'

export interface RunningNeeds {
  runs: RunsActivity
  items: Pick<ItemStore, 'ofActivity'>
  rules: Pick<RuleStore, 'pause'>
  fires: Pick<DueFires, 'resume'>
  rehearsals: Pick<RehearsalStore, 'begin' | 'end'>
  screen: RemindersDesk['screen']
  clock: Clock
}

/** Stopping and resuming all reminders of an activity, and rehearsing them. */
export function runningReminders(needs: RunningNeeds): Composer<Chat> {
  const { runs, items, rules, fires, rehearsals, screen, clock } = needs
  const chat = new Composer<Chat>()
  const theirs = (tapped: Chat, activityId: number) => runs(tapped.viewer.personId, activityId)

  chat.callbackQuery(buttons.askPause.pattern, async (tapped) => {
    const { activityId } = buttons.askPause.unpack(tapped.callbackQuery.data)
    tapped.turn(pauseQuestion(tapped.words, await theirs(tapped, activityId)))
  })
  chat.callbackQuery(buttons.pauseAll.pattern, async (tapped) => {
    const { activityId, isPaused } = buttons.pauseAll.unpack(tapped.callbackQuery.data)
    const activity = await theirs(tapped, activityId)
    await rules.pause(activityId, isPaused === 1)
    if (isPaused !== 1) await fires.resume(activityId, clock.now())
    tapped.toast(tapped.words.plain(`reminders:desk.${isPaused === 1 ? 'isPaused' : 'isResumed'}`))
    tapped.turn(await screen(tapped, activity, 0))
  })

  chat.callbackQuery(buttons.askRehearsal.pattern, async (tapped) => {
    const { activityId } = buttons.askRehearsal.unpack(tapped.callbackQuery.data)
    tapped.turn(rehearsalQuestion(tapped.words, await theirs(tapped, activityId)))
  })
  chat.callbackQuery(buttons.rehearse.pattern, async (tapped) => {
    const { activityId, language } = buttons.rehearse.unpack(tapped.callbackQuery.data)
    if (!isLanguage(language)) throw staleButton()
    const activity = await theirs(tapped, activityId)
    if ((await items.ofActivity(activityId)).length === 0) {
      tapped.toast(tapped.words.plain('reminders:rehearsal.nothing'), true)
      return
    }
    await rehearsals.begin(personIdOf(tapped), activityId, language)
    tapped.toast(tapped.words.plain('reminders:rehearsal.begins'))
    tapped.turn(await screen(tapped, activity, 0))
  })
  chat.callbackQuery(buttons.stopRehearsal.pattern, async (tapped) => {
    await rehearsals.end(personIdOf(tapped))
    tapped.toast(tapped.words.plain('reminders:rehearsal.stopped'))
  })
  return chat
}
