import type { Message } from '../../../../bot/messenger.ts'
import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { activityRow, titleOf, type Activity } from '../../../activities/index.ts'
import { isCancelled, overAt, startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import { iconOf } from '../reminders/item-block.ts'
import * as buttons from './buttons.ts'
import { titleOfItem } from './roll-call-letters.ts'

export interface ListsScene {
  activity: Activity
  items: readonly ProgrammeItem[]
  now: Temporal.Instant
}

const hoursBack = 6
const most = 10

/** The items of an activity that are going on or next, to open the list of who is there. */
export function listsView(words: Words, { activity, items, now }: ListsScene): Message {
  const since = now.subtract({ hours: hoursBack })
  const near = items
    .filter((item) => !isCancelled(item) && item.kind !== 'deadline' && item.kind !== 'free')
    .filter((item) => Temporal.Instant.compare(overAt(item), since) > 0)
    .slice(0, most)
  const title = titleOf(activity, words.language)
  return {
    text: words(near.length === 0 ? 'boarding:lists.none' : 'boarding:lists.head', { title }),
    keyboard: [
      ...near.map((item) => [
        {
          text: [
            iconOf(item),
            formatShortDay(startsLocally(item).toPlainDate(), words.language),
            formatClock(startsLocally(item)),
            shortenedTo(titleOfItem(words, { item, activity }), 30),
          ].join(' '),
          callback_data: buttons.openList.pack({ itemId: item.id }),
        },
      ]),
      [
        {
          text: words.plain('boarding:lists.code'),
          callback_data: buttons.activityCode.pack({ activityId: activity.id }),
        },
      ],
      [
        {
          text: words.plain('boarding:lists.sheet'),
          callback_data: buttons.attendanceSheet.pack({ activityId: activity.id }),
        },
      ],
      [
        {
          text: words.plain('boarding:lists.day'),
          callback_data: buttons.nextDayFile.pack({ activityId: activity.id }),
        },
      ],
      activityRow(words.plain('programme:list.toActivity'), activity.id),
    ],
  }
}
