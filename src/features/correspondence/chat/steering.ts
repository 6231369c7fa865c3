import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { MayAnswer } from '../actions/may-answer.ts'
import { correspondenceErrors } from '../domain/errors.ts'
import type { Room } from '../needs.ts'
import type { Carrying } from './carrying-answers.ts'
import * as buttons from './buttons.ts'
import type { Cards } from './cards.ts'
import type { PassingOn } from './passing-on.ts'

export interface SteeringNeeds extends Room {
  mayAnswer: MayAnswer
  cards: Cards
  carrying: Pick<Carrying, 'settle'>
  passing: Pick<PassingOn, 'nextAt'>
}

/** What a coordinator does about a letter besides answering it: takes it, or lays it by. */
export function steeringChat(needs: SteeringNeeds): Composer<Chat> {
  const { threads, letters, clock, mayAnswer, cards, carrying, passing } = needs
  const chat = new Composer<Chat>()

  chat.callbackQuery(buttons.takeThread.pattern, async (tapped) => {
    const { threadId } = buttons.takeThread.unpack(tapped.callbackQuery.data)
    const thread = await mayAnswer(tapped.viewer.personId, threadId)
    if (thread.waitingSince === null) throw correspondenceErrors.nothingWaits()
    if (thread.takenBy !== null) throw correspondenceErrors.alreadyTaken()
    await threads.take(threadId, tapped.viewer.personId ?? 0, clock.now(), await passing.nextAt(thread))
    tapped.toast(tapped.words.plain('correspondence:taken'))
    const waiting = await letters.unsettledOf(threadId)
    await cards.redrawAgain(
      threadId,
      waiting.map(({ id }) => id),
    )
  })

  chat.callbackQuery(buttons.layBy.pattern, async (tapped) => {
    const { threadId } = buttons.layBy.unpack(tapped.callbackQuery.data)
    const thread = await mayAnswer(tapped.viewer.personId, threadId)
    if (!(await carrying.settle(thread, tapped.viewer.personId ?? 0, false)))
      throw correspondenceErrors.nothingWaits()
    tapped.toast(tapped.words.plain('correspondence:laidBy'))
  })

  return chat
}
