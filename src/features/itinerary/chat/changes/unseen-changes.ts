import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { deskNumber } from '../../../../bot/desk-number.ts'
import type { DeskNumber, DeskReach } from '../../../../bot/feature.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { grantsOfCoordinator, openDesk, reachOf, type People } from '../../../people/index.ts'
import type { ChangeStanding } from '../../data/changes/change-standing.ts'
import * as buttons from './buttons.ts'

export interface UnseenChangesNeeds {
  standing: Pick<ChangeStanding, 'unseen'>
  people: Pick<People, 'roles'>
}

/** On the desk: how many have not seen a change of the programme, and the card of each activity that tells who. */
export function unseenChanges({ standing, people }: UnseenChangesNeeds) {
  const chat = new Composer<Chat>()

  chat.callbackQuery(buttons.unseenList.pattern, async (tapped) => {
    const { words, viewer } = tapped
    const grants = await grantsOfCoordinator(people, viewer.personId, 'planProgramme')
    const found = await standing.unseen(reachOf(grants, 'planProgramme'))
    const count = found.reduce((sum, one) => sum + one.count, 0)
    tapped.turn({
      text: count === 0 ? words('desk:unseen.none') : words('desk:unseen.head', { count }),
      keyboard: [
        ...found.slice(0, most).map(({ activityId, title, count: each }) => [
          {
            text: `${readText(title, words.language) ?? `#${activityId}`} (${each})`,
            callback_data: buttons.openCard.pack({ activityId }),
          },
        ]),
        [{ text: words.plain('activities:desk.open'), callback_data: openDesk.pack({}) }],
      ],
    })
  })

  return {
    chat,
    async deskNumbers(words: Words, reach: DeskReach): Promise<DeskNumber[]> {
      const count = (await standing.unseen(reach)).reduce((sum, one) => sum + one.count, 0)
      return [deskNumber(words, 'changes', count, buttons.unseenList.pack({}))]
    },
  }
}

/** More activities than change on one day. */
const most = 20
