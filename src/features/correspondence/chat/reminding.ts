import { reachOf } from '../../people/index.ts'
import type { Room } from '../needs.ts'
import * as buttons from './buttons.ts'

/** In the morning each coordinator hears how many people wait for an answer of theirs; nothing where nobody does. */
export function remindingOfWaiting({ threads, people }: Pick<Room, 'threads' | 'people'>) {
  return async (): Promise<boolean> => {
    const grants = Map.groupBy(await people.roles.all(), ({ personId }) => personId)
    for (const [personId, theirs] of grants) {
      const reach = reachOf(theirs, 'answerLetters')
      if (reach !== 'everywhere' && reach.length === 0) continue
      const { total } = await threads.waiting(reach, { offset: 0, limit: 1 })
      if (total === 0) continue
      await people.tell(personId, (words) => ({
        text: words('correspondence:morning', { count: total }),
        keyboard: [
          [
            {
              text: words.plain('correspondence:inbox.open'),
              callback_data: buttons.openInbox.pack({ offset: 0 }),
            },
          ],
        ],
      }))
    }
    return false
  }
}
