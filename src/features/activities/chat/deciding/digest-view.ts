import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Fresh } from '../../data/fresh-applications.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import * as buttons from '../buttons.ts'
import { fitting } from '../applying/fitting.ts'

/** The new applications of a morning, activity by activity, by name. */
export function digestView(
  words: Words,
  fresh: readonly Fresh[],
  known: ReadonlyMap<number, Activity>,
): Message {
  const lines = fresh.flatMap(({ activityId, count, names }) => {
    const activity = known.get(activityId)
    if (!activity) return []
    const rest = count - names.length
    return [
      words('activities:card.digestLine', {
        title: titleOf(activity, words.language),
        count,
        names: names.join('; '),
        rest: rest > 0 ? ` ${words.plain('activities:card.digestRest', { count: rest })}` : '',
      }),
    ]
  })
  return {
    text: [
      words('activities:card.digest', { count: fresh.reduce((sum, { count }) => sum + count, 0) }),
      ...fitting(lines, 3400),
    ].join('\n\n'),
    keyboard: [[{ text: words.plain('activities:desk.open'), callback_data: buttons.desk.pack({}) }]],
  }
}
