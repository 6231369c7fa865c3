import { daysPutOff, type Activity } from '../../activities/index.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import type { ItemFacts, ProgrammeItem } from '../domain/item.ts'
import { programmeErrors } from '../domain/programme-errors.ts'
import { factsOf } from '../domain/same-facts.ts'
import type { PublishProgramme } from './publish-programme.ts'
import type { RunsActivity } from './runs-activity.ts'

export interface MoveRestingNeeds {
  items: Pick<ItemStore, 'lock' | 'wholeOf' | 'restingOf'>
  runs: RunsActivity
  publish: PublishProgramme
}

/** Where an item would be on the new days. */
export interface MovedItem {
  item: ProgrammeItem
  after: ItemFacts
}

export type MoveResting = ReturnType<typeof moveResting>

/** What was written for the days before a postponement moves along with the activity, each at its hour. */
export function moveResting({ items, runs, publish }: MoveRestingNeeds) {
  async function look(
    personId: number | null,
    activityId: number,
  ): Promise<{ activity: Activity; moved: MovedItem[] }> {
    const activity = await runs(personId, activityId)
    const resting = await items.restingOf(activityId)
    const moved = (await items.wholeOf(activityId)).flatMap((item): MovedItem[] => {
      const days = resting.has(item.id) ? daysPutOff(activity, item.changedAt) : 0
      return days === 0 ? [] : [{ item, after: movedBy(item, days) }]
    })
    if (moved.length === 0) throw programmeErrors.nothingChanged()
    return { activity, moved }
  }

  return {
    look,

    /** Moves them; of two taps the second finds nothing that rests. */
    async apply(personId: number | null, activityId: number): Promise<number> {
      await items.lock(activityId)
      const { moved } = await look(personId, activityId)
      await publish(
        activityId,
        moved.map(({ item, after }) => ({ kind: 'change', id: item.id, facts: after })),
        personId,
      )
      return moved.length
    },
  }
}

function movedBy(item: ProgrammeItem, days: number): ItemFacts {
  const later = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).add({ days }).toInstant()
  return {
    ...factsOf(item),
    startsAt: later(item.startsAt, item.startZone),
    endsAt: item.endsAt && later(item.endsAt, item.endZone),
  }
}
