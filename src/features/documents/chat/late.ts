import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { deskNumber } from '../../../bot/desk-number.ts'
import type { DeskNumber, DeskReach } from '../../../bot/feature.ts'
import type { Message } from '../../../bot/messenger.ts'
import { pageAt, pageKeys, pageSize } from '../../../bot/page-keys.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { titleOf, type Activities } from '../../activities/index.ts'
import { grantsOfCoordinator, openDesk, reachOf, type People, type Reach } from '../../people/index.ts'
import type { FindLate, LatePerson } from '../actions/find-late.ts'
import * as buttons from './buttons.ts'
import { openedFrom } from './way-back.ts'

export interface LateNeeds {
  late: FindLate
  /** Whose documents wait to be checked. */
  toCheck(reach: Reach): Promise<LatePerson[]>
  activities: Pick<Activities, 'store' | 'applications'>
  people: Pick<People, 'roles'>
}

/** On the desk: whose documents are overdue and whose wait to be checked, over all activities, each a tap away. */
export function lateDocuments({ late, toCheck, activities, people }: LateNeeds) {
  const chat = new Composer<Chat>()
  const lists = {
    late: { of: late, button: buttons.lateList },
    toCheck: { of: toCheck, button: buttons.toCheckList },
  }

  for (const which of ['late', 'toCheck'] as const) {
    const { button } = lists[which]
    chat.callbackQuery(button.pattern, async (tapped) => {
      const { offset } = button.unpack(tapped.callbackQuery.data)
      const grants = await grantsOfCoordinator(people, tapped.viewer.personId, 'checkDocuments')
      tapped.turn(await listPage(which, tapped.words, reachOf(grants, 'checkDocuments'), offset))
    })
  }

  async function listPage(
    which: keyof typeof lists,
    words: Words,
    reach: Reach,
    from: number,
  ): Promise<Message> {
    const all = await lists[which].of(reach)
    const offset = pageAt(from, all.length)
    const page = all.slice(offset, offset + pageSize)
    const names = await activities.applications.namesOf(page.map(({ applicationId }) => applicationId))
    const known = await activities.store.byIds(page.map(({ activityId }) => activityId))
    const rows = page.map(({ applicationId, activityId }) => {
      const activity = known.get(activityId)
      return {
        applicationId,
        name: names.get(applicationId)?.name ?? `#${applicationId}`,
        title: activity ? titleOf(activity, words.language) : '',
      }
    })
    return {
      text: [
        all.length === 0 ? words(`desk:${which}.none`) : words(`desk:${which}.head`, { count: all.length }),
        ...(rows.length > 0 ? [rows.map((row) => words('desk:late.line', row)).join('\n')] : []),
      ].join('\n\n'),
      keyboard: [
        ...rows.map(({ applicationId, name }) => [
          {
            text: name,
            callback_data: buttons.ofPerson.pack({ applicationId, from: openedFrom[which](offset) }),
          },
        ]),
        ...pageKeys(words, { offset, limit: pageSize, total: all.length }, (to) =>
          lists[which].button.pack({ offset: to }),
        ),
        [{ text: words.plain('activities:desk.open'), callback_data: openDesk.pack({}) }],
      ],
    }
  }

  return {
    chat,
    async deskNumbers(words: Words, reach: DeskReach): Promise<DeskNumber[]> {
      const [{ length: overdue }, { length: waiting }] = [await late(reach), await toCheck(reach)]
      return [
        deskNumber(words, 'documents', overdue, buttons.lateList.pack({ offset: 0 })),
        deskNumber(words, 'toCheck', waiting, buttons.toCheckList.pack({ offset: 0 })),
      ]
    },
  }
}
