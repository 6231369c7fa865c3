import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { writeSpreadsheet } from '../../../../platform/spreadsheets/index.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import type { People } from '../../../people/index.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import { canBeLate } from '../../domain/late.ts'
import { programmeErrors } from '../../domain/programme-errors.ts'
import { leftOut } from '../../domain/own-items.ts'
import { isFor } from '../../domain/traveller.ts'
import * as buttons from './buttons.ts'
import { itemView } from './item-view.ts'
import { programmeView } from './list-view.ts'

export interface LookingNeeds {
  activities: Pick<Activities, 'travellers' | 'programmeFile'>
  items: Pick<ItemStore, 'wholeOf' | 'restingOf' | 'read'>
  people: Pick<People, 'audit'>
  runs: RunsActivity
  clock: Clock
}

/** The programme on the desk: its items by days, one item, and the whole as a file to be sent back. */
export function lookingAtProgramme({ activities, items, people, runs, clock }: LookingNeeds): Composer<Chat> {
  const chat = new Composer<Chat>()

  chat.callbackQuery(buttons.listItems.pattern, async (tapped) => {
    const { activityId, offset } = buttons.listItems.unpack(tapped.callbackQuery.data)
    const activity = await runs(tapped.viewer.personId, activityId)
    const programme = await items.wholeOf(activityId)
    const resting = await items.restingOf(activityId)
    tapped.turn(programmeView(tapped.words, { activity, programme, resting, offset, now: clock.now() }))
  })

  chat.callbackQuery(buttons.openItem.pattern, async (tapped) => {
    const { itemId } = buttons.openItem.unpack(tapped.callbackQuery.data)
    const item = await items.read(itemId)
    if (!item || item.removedAt) throw programmeErrors.gone()
    const activity = await runs(tapped.viewer.personId, item.activityId)
    const programme = await items.wholeOf(activity.id)
    const travellers = await activities.travellers.of(activity.id)
    tapped.turn(
      itemView(tapped.words, {
        activity,
        item,
        people: travellers.filter(
          (each) => isFor(item.audience, each) && !leftOut(programme, each).has(item.id),
        ).length,
        canBeLate: canBeLate(item, programme, clock.now()),
      }),
    )
  })

  chat.callbackQuery(buttons.programmeFile.pattern, async (tapped) => {
    const { activityId } = buttons.programmeFile.unpack(tapped.callbackQuery.data)
    const activity = await runs(tapped.viewer.personId, activityId)
    await people.audit.note({
      ...{ byPersonId: tapped.viewer.personId ?? 0, act: 'exported', what: 'programme', activityId },
    })
    await tapped.tellDocument({
      name: `${activity.code} ${tapped.words.plain('programme:file.name')}.xlsx`,
      content: await writeSpreadsheet(await activities.programmeFile(activity)),
      caption: tapped.words('programme:file.caption', { activity: titleOf(activity, tapped.words.language) }),
    })
  })

  return chat
}
