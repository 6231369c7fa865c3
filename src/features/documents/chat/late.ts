import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { deskNumber } from '../../../bot/desk-number.ts'
import type { DeskNumber, DeskReach } from '../../../bot/feature.ts'
import type { Message } from '../../../bot/messenger.ts'
import { pageAt, pageKeys, pageSize } from '../../../bot/page-keys.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { titleOf, type Activities } from '../../activities/index.ts'
import { grantsOfCoordinator, openDesk, reachOf, type People, type Reach } from '../../people/index.ts'
import type { FindLate } from '../actions/find-late.ts'
import * as buttons from './buttons.ts'

export interface LateNeeds {
  late: FindLate
  activities: Pick<Activities, 'store' | 'applications'>
  people: Pick<People, 'roles'>
}

/** On the desk: whose documents are overdue, over all activities, each a tap away. */
export function lateDocuments({ late, activities, people }: LateNeeds) {
  const chat = new Composer<Chat>()

  chat.callbackQuery(buttons.lateList.pattern, async (tapped) => {
    const { offset } = buttons.lateList.unpack(tapped.callbackQuery.data)
    const grants = await grantsOfCoordinator(people, tapped.viewer.personId, 'checkDocuments')
    tapped.turn(await listPage(tapped.words, reachOf(grants, 'checkDocuments'), offset))
  })

  async function listPage(words: Words, reach: Reach, from: number): Promise<Message> {
    const all = await late(reach)
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
        all.length === 0 ? words('desk:late.none') : words('desk:late.head', { count: all.length }),
        ...(rows.length > 0 ? [rows.map((row) => words('desk:late.line', row)).join('\n')] : []),
      ].join('\n\n'),
      keyboard: [
        ...rows.map(({ applicationId, name }) => [
          { text: name, callback_data: buttons.ofPerson.pack({ applicationId }) },
        ]),
        ...pageKeys(words, { offset, limit: pageSize, total: all.length }, (to) =>
          buttons.lateList.pack({ offset: to }),
        ),
        [{ text: words.plain('activities:desk.open'), callback_data: openDesk.pack({}) }],
      ],
    }
  }

  return {
    chat,
    async deskNumbers(words: Words, reach: DeskReach): Promise<DeskNumber[]> {
      const { length: count } = await late(reach)
      return [deskNumber(words, 'documents', count, buttons.lateList.pack({ offset: 0 }))]
    },
  }
}
