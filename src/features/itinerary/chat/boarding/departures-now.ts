import { formatClock } from '../../../../platform/texts/dates.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Activities } from '../../../activities/index.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import { startsLocally, type ProgrammeItem } from '../../domain/item.ts'
import { isOpenForCode } from '../../domain/roll-call.ts'
import { titleOfItem } from './roll-call-letters.ts'

export interface DeparturesNowNeeds {
  activities: Pick<Activities, 'store'>
  items: Pick<ItemStore, 'ofActivity' | 'read'>
  clock: Clock
}

/** A departure at which people are boarding about now: "08:45 Coach to the hotel". */
export interface DepartureNow {
  itemId: number
  name: string
}

/** The departures whose roll-call runs, for other rooms. */
export function departuresNow({ activities, items, clock }: DeparturesNowNeeds) {
  async function nameOf(words: Words, item: ProgrammeItem): Promise<string> {
    const activity = await activities.store.read(item.activityId)
    const title = activity ? titleOfItem(words, { item, activity }) : '—'
    return `${formatClock(startsLocally(item))} ${title}`
  }

  return {
    async of(words: Words, activityId: number): Promise<DepartureNow[]> {
      const open = (await items.ofActivity(activityId)).filter(
        (item) => item.kind === 'travel' && isOpenForCode(item, clock.now()),
      )
      return Promise.all(open.map(async (item) => ({ itemId: item.id, name: await nameOf(words, item) })))
    },

    /** What a departure is called, also when it has left long ago. */
    async nameOf(words: Words, itemId: number): Promise<string | undefined> {
      const item = await items.read(itemId)
      return item && nameOf(words, item)
    },
  }
}
