import type { DeskNumber } from '../../../../bot/feature.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Reach } from '../../../people/index.ts'
import type { HandList } from '../../data/person/hand-list.ts'
import { listHands } from '../buttons.ts'

/** Messages that wait to be passed on to people without Telegram; it leads to where the oldest waits. */
export const passOnNumber =
  (hands: Pick<HandList, 'waitingIn'>) =>
  async (words: Words, reach: Reach): Promise<DeskNumber> => {
    const { count, activityId } = await hands.waitingIn(reach)
    return {
      count,
      line: words('person:hand.number', { count }),
      button: {
        text: words.plain('person:desk.waiting', { count }),
        callback_data: listHands.pack({ activityId: activityId ?? 0, offset: 0 }),
      },
    }
  }
