import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { formatClock } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { Activity } from '../../../activities/index.ts'
import type { CheckIn } from '../../actions/boarding/check-in.ts'
import type { ComeOnBoard } from '../../actions/boarding/come-on-board.ts'
import type { CheckInCodes } from '../../data/boarding/check-in-codes.ts'
import type { RollCallStore } from '../../data/boarding/roll-call-store.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import { startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import { iconOf } from '../reminders/item-block.ts'
import * as buttons from './buttons.ts'
import { opening } from './roll-call-chat.ts'
import { aboardMessage, headOf, titleOfItem } from './roll-call-letters.ts'

export interface ArrivingNeeds {
  comeOnBoard: ComeOnBoard
  rollCalls: Pick<RollCallStore, 'byToken'>
  checkIn: CheckIn
  codes: Pick<CheckInCodes, 'activityOf'>
  clock: Clock
}

/** People say that they are there: by a tap before a departure, by the code on the wall of anything. */
export function arrivingChat({ comeOnBoard, checkIn, rollCalls, codes, clock }: ArrivingNeeds) {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.onBoard.pattern, async (chat) => {
    const { itemId } = buttons.onBoard.unpack(chat.callbackQuery.data)
    const { head, item } = await arrive(chat, itemId, 'self')
    chat.turn(aboardMessage(chat.words, head, item))
    chat.toast(chat.words.plain('boarding:ask.thanks'))
  })

  composer.callbackQuery(buttons.checkInHere.pattern, async (chat) => {
    const { itemId } = buttons.checkInHere.unpack(chat.callbackQuery.data)
    chat.turn(welcome(chat.words, await arrive(chat, itemId, 'code')))
  })

  return {
    chat: composer,
    links: {
      async a(chat: Chat, token: string): Promise<void> {
        const list = await rollCalls.byToken(token)
        if (list) return chat.tell(welcome(chat.words, await arrive(chat, list.itemId, 'code')))
        const activityId = await codes.activityOf(token)
        if (activityId === undefined) throw boardingErrors.unknownCode()
        chat.tell(await checkInAt(chat, activityId))
      },
    },
  }

  /** The code of the whole activity: ticked, and what else is open as buttons; or asked which it is. */
  async function checkInAt(chat: Chat, activityId: number): Promise<Message> {
    const { words } = chat
    const done = await checkIn(chat.viewer.personId, activityId, (scene) => opening(chat, scene))
    if (done.kind === 'choose')
      return { text: words('boarding:code.choose'), keyboard: keysOf(words, done.items, done.activity) }
    const { arrival, others } = done
    const { text } = welcome(words, {
      head: headOf(words, { ...arrival, now: clock.now() }),
      isNew: arrival.isNew,
    })
    return others.length === 0
      ? { text }
      : {
          text: [text, words('boarding:code.others')].join('\n\n'),
          keyboard: keysOf(words, others, arrival.activity),
        }
  }

  async function arrive(chat: Chat, itemId: number, way: 'self' | 'code') {
    const { item, activity, isNew } = await comeOnBoard(chat.viewer.personId, itemId, way, (scene) =>
      opening(chat, scene),
    )
    return { head: headOf(chat.words, { item, activity, now: clock.now() }), item, isNew }
  }
}

const welcome = (words: Words, { head, isNew }: { head: string; isNew: boolean }): Message => ({
  text: words(isNew ? 'boarding:code.done' : 'boarding:code.already', { head }),
})

const mostOpen = 8

const keysOf = (words: Words, items: readonly ProgrammeItem[], activity: Activity) =>
  items.slice(0, mostOpen).map((item) => [
    {
      text: `${iconOf(item)} ${formatClock(startsLocally(item))} ${shortenedTo(titleOfItem(words, { item, activity }), 40)}`,
      callback_data: buttons.checkInHere.pack({ itemId: item.id }),
    },
  ])
