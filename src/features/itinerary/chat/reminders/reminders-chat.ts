import { Composer, type CallbackQueryContext } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { Messenger } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { Wish } from '../../actions/wish.ts'
import type { DeliveryStore } from '../../data/changes/delivery-store.ts'
import type { DueFires } from '../../data/reminders/due-fires.ts'
import type { WishStore } from '../../data/reminders/wish-store.ts'
import * as buttons from './buttons.ts'
import { evenings, leads, wishesView } from './wishes-view.ts'

export interface RemindersChatNeeds {
  wishes: Pick<WishStore, 'read'>
  wish: Wish
  deliveries: Pick<DeliveryStore, 'markSeen'>
  fires: Pick<DueFires, 'endDuty'>
  runs: RunsActivity
  clock: Clock
  messenger: Pick<Messenger, 'disarm'>
}

const screen = 'reminder-wishes'

/** What people do with reminders: say that they have read one, and how they wish to be reminded. */
export function remindersChat(needs: RemindersChatNeeds): Composer<Chat> {
  const { wishes, wish, deliveries, fires, runs, clock, messenger } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.markSeen.pattern, async (chat) => {
    const { deliveryId } = buttons.markSeen.unpack(chat.callbackQuery.data)
    if (!(await deliveries.markSeen(deliveryId, personIdOf(chat)))) throw staleButton()
    chat.toast(chat.words.plain('reminders:seen.thanks'))
    disarm(chat)
  })
  composer.callbackQuery(buttons.dutyDone.pattern, async (chat) => {
    const { activityId, slot } = buttons.dutyDone.unpack(chat.callbackQuery.data)
    await runs(personIdOf(chat), activityId)
    await fires.endDuty(activityId, slot, clock.now())
    chat.toast(chat.words.plain('reminders:urge.isDone'), true)
  })

  composer.callbackQuery(buttons.openWishes.pattern, async (chat) => {
    chat.display(screen, wishesView(chat.words, await wishes.read(personIdOf(chat))), { isFresh: true })
  })
  composer.callbackQuery(buttons.chooseLead.pattern, async (chat) => {
    const { minutes } = buttons.chooseLead.unpack(chat.callbackQuery.data)
    if (minutes !== 0 && !leads.flat().some((lead) => lead === minutes)) throw staleButton()
    await change(chat, { minutesBefore: minutes === 0 ? null : minutes })
  })
  composer.callbackQuery(buttons.chooseEvening.pattern, async (chat) => {
    const { at } = buttons.chooseEvening.unpack(chat.callbackQuery.data)
    if (at === 'none') return change(chat, { wantsOverview: false })
    const time = evenings.find((evening) => evening.replace(':', '') === at)
    if (time === undefined && at !== 'plan') throw staleButton()
    await change(chat, {
      wantsOverview: true,
      overviewAt: time === undefined ? null : Temporal.PlainTime.from(time),
    })
  })
  composer.callbackQuery(buttons.chooseMute.pattern, async (chat) => {
    const { isMuted } = buttons.chooseMute.unpack(chat.callbackQuery.data)
    await change(chat, { isMuted: isMuted === 1 })
  })
  return composer

  /** Whoever has said so sees that it is said: the button goes, what else stands there stays. */
  function disarm({ viewer, callbackQuery: { data, message } }: CallbackQueryContext<Chat>): void {
    const keyboard = message?.reply_markup?.inline_keyboard
    if (!message || !keyboard) return
    const left = keyboard.map((row) =>
      row.filter((key) => !('callback_data' in key && key.callback_data === data)),
    )
    messenger.disarm(
      viewer.userId,
      message.message_id,
      left.filter((row) => row.length > 0),
    )
  }

  async function change(chat: Chat, wished: Parameters<Wish>[1]): Promise<void> {
    const all = await wish(personIdOf(chat), wished)
    chat.toast(chat.words.plain('reminders:wishes.kept'))
    chat.turn(wishesView(chat.words, all))
  }
}
