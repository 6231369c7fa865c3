import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { sendBack } from '../../actions/life/send-back.ts'
import { proposedDays } from '../../domain/sent-back.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import { following, type FollowingNeeds } from './following.ts'
import { sendingBackScenes, type SendingBackSceneNeeds } from './sending-back-scene.ts'
import { dayQuestion, takeTypedOfSendingBack, whyQuestion } from './sending-back-typed.ts'
import { dayView } from './sending-back-views.ts'

export interface SendingBackNeeds extends SendingBackSceneNeeds, FollowingNeeds {
  copies: CardCopies
}

/** An application is sent back: which questions, until when, why if one likes, a look at the message, and then it goes. */
export function sendingBack(needs: SendingBackNeeds): Composer<Chat> {
  const { people, clock, copies } = needs
  const act = sendBack(needs)
  const scenes = sendingBackScenes(needs, act)
  const { opened, keep, withDay, questions, linesOf, formBefore, named, nameOf } = scenes
  takeTypedOfSendingBack(needs, scenes)
  const follow = following(needs)
  const composer = new Composer<Chat>()
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  composer.callbackQuery(buttons.askSendBack.pattern, async (chat) => {
    const { applicationId, offset } = buttons.askSendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) => chat.turn(await questions(chat, scene, offset)))
  })
  composer.callbackQuery(buttons.tickSendBack.pattern, async (chat) => {
    const { applicationId, step, offset } = buttons.tickSendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) => {
      const all = (await linesOf(chat.words, scene)).map((line) => line.step)
      const asked = all.filter((one) => (one === step) !== scene.chosen.asked.includes(one))
      const chosen = await keep(chat, { ...scene.chosen, asked })
      chat.turn(await questions(chat, { ...scene, chosen }, offset))
    })
  })
  composer.callbackQuery(buttons.daySendBack.pattern, async (chat) => {
    const { applicationId } = buttons.daySendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) =>
      chat.turn(dayView(chat.words, await named(scene), proposedDays(scene.activity, clock.now()))),
    )
  })
  composer.callbackQuery(buttons.chooseSendBackDay.pattern, async (chat) => {
    const { applicationId, day } = buttons.chooseSendBackDay.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) => chat.turn(await withDay(chat, scene, dayIn(day))))
  })
  composer.callbackQuery(buttons.typeSendBackDay.pattern, async (chat) => {
    const { applicationId } = buttons.typeSendBackDay.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, () => people.questions.ask(chat, dayQuestion, String(applicationId)))
  })
  composer.callbackQuery(buttons.writeSendBack.pattern, async (chat) => {
    const { applicationId } = buttons.writeSendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, () => people.questions.ask(chat, whyQuestion, String(applicationId)))
  })
  composer.callbackQuery(buttons.sendBack.pattern, async (chat) => {
    const { applicationId } = buttons.sendBack.unpack(chat.callbackQuery.data)
    await opened(chat, applicationId, async (scene) => {
      const decided = await act.send(applicationId, by(chat), await formBefore(scene))
      const isTold = await follow(decided)
      await copies.showChanged(chat, decided.application, decided.activity)
      const said = isTold ? 'life:sentBack.sent' : 'life:sentBack.sentUntold'
      chat.toast(chat.words.plain(said, { name: await nameOf(applicationId) }), !isTold)
    })
  })

  return composer
}

/** The day that a button carries; a forged one is refused like a stale one. */
function dayIn(text: string): Temporal.PlainDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw staleButton()
  return Temporal.PlainDate.from(text)
}
