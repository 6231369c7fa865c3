import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { formatDate } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf } from '../../../activities/index.ts'
import type { MoveResting, MovedItem } from '../../actions/move-resting.ts'
import { startsLocally } from '../../domain/item.ts'
import * as buttons from './buttons.ts'
import { nameOf } from './list-view.ts'

/** After a postponement: the programme of the former days moves along in one tap, once it has been looked at. */
export function movingResting(moving: MoveResting): Composer<Chat> {
  const chat = new Composer<Chat>()
  chat.callbackQuery(buttons.askMoveResting.pattern, async (tapped) => {
    const { activityId } = buttons.askMoveResting.unpack(tapped.callbackQuery.data)
    tapped.turn(movingView(tapped.words, await moving.look(tapped.viewer.personId, activityId)))
  })
  chat.callbackQuery(buttons.moveResting.pattern, async (tapped) => {
    const { activityId } = buttons.moveResting.unpack(tapped.callbackQuery.data)
    const count = await moving.apply(tapped.viewer.personId, activityId)
    tapped.turn({
      text: tapped.words('programme:resting.done', { count }),
      keyboard: [back(tapped.words, activityId)],
    })
  })
  return chat
}

type Moving = Awaited<ReturnType<MoveResting['look']>>

const mostShown = 5

function movingView(words: Words, { activity, moved }: Moving): Message {
  const line = ({ item, after }: MovedItem) =>
    words('programme:resting.line', {
      name: nameOf(words, item, activity),
      old: formatDate(startsLocally(item).toPlainDate(), words.language),
      new: formatDate(startsLocally(after).toPlainDate(), words.language),
    })
  return {
    text: [
      words('programme:resting.ask', { activity: titleOf(activity, words.language), count: moved.length }),
      [...moved.slice(0, mostShown).map(line), ...(moved.length > mostShown ? ['…'] : [])].join('\n'),
      words('programme:resting.check'),
    ].join('\n\n'),
    keyboard: [
      [
        {
          text: words.plain('programme:resting.yes'),
          callback_data: buttons.moveResting.pack({ activityId: activity.id }),
        },
      ],
      back(words, activity.id),
    ],
  }
}

const back = (words: Words, activityId: number) => [
  {
    text: words.plain('programme:card.back'),
    callback_data: buttons.listItems.pack({ activityId, offset: -1 }),
  },
]
