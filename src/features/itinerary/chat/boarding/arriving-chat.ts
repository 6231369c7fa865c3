import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { ComeOnBoard } from '../../actions/boarding/come-on-board.ts'
import type { RollCallStore } from '../../data/roll-call-store.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import * as buttons from './buttons.ts'
import { opening } from './roll-call-chat.ts'
import { aboardMessage, headOf } from './roll-call-letters.ts'

export interface ArrivingNeeds {
  comeOnBoard: ComeOnBoard
  rollCalls: Pick<RollCallStore, 'byToken'>
  clock: Clock
}

/** People say that they are there: by a tap before a departure, by the code on the wall of anything. */
export function arrivingChat({ comeOnBoard, rollCalls, clock }: ArrivingNeeds) {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.onBoard.pattern, async (chat) => {
    const { itemId } = buttons.onBoard.unpack(chat.callbackQuery.data)
    const { head } = await arrive(chat, itemId, 'self')
    chat.turn(aboardMessage(chat.words, head))
    chat.toast(chat.words.plain('boarding:ask.thanks'))
  })

  return {
    chat: composer,
    links: {
      async a(chat: Chat, token: string): Promise<void> {
        const list = await rollCalls.byToken(token)
        if (!list) throw boardingErrors.unknownCode()
        const { head, isNew } = await arrive(chat, list.itemId, 'code')
        chat.tell({
          text: chat.words(isNew ? 'boarding:code.done' : 'boarding:code.already', { head }),
        })
      },
    },
  }

  async function arrive(chat: Chat, itemId: number, way: 'self' | 'code') {
    const { item, activity, isNew } = await comeOnBoard(chat.viewer.personId, itemId, way, (scene) =>
      opening(chat, scene),
    )
    return { head: headOf(chat.words, { item, activity, now: clock.now() }), isNew }
  }
}
