import type { Activities, ItineraryItem, SeatedPerson } from '../../activities/index.ts'
import type { ItemStore } from '../data/programme/item-store.ts'
import { touchedByEach, type PlannedChange } from '../domain/drafts/planned-changes.ts'
import { startsLocally, type ProgrammeItem } from '../domain/item.ts'
import { factsOf } from '../domain/same-facts.ts'
import type { ProgrammeEdit, PublishProgramme } from './publish-programme.ts'

export interface WorkbookProgrammeNeeds {
  activities: Pick<Activities, 'travellers'>
  items: Pick<ItemStore, 'wholeOf' | 'lock'>
  publish: PublishProgramme
}

/** The programme in the shape of a workbook: what stands there, and what a new file makes of it. */
export function workbookProgramme({ activities, items, publish }: WorkbookProgrammeNeeds) {
  return {
    read: async (activityId: number): Promise<ItineraryItem[]> =>
      (await items.wholeOf(activityId)).map(asRow),

    /** How many people each item touches that a file adds, changes or takes out, by its key. */
    async touched(
      activityId: number,
      rows: readonly ItineraryItem[],
      people: readonly SeatedPerson[],
    ): Promise<Map<string, number>> {
      const programme = await items.wholeOf(activityId)
      const known = new Map(programme.map((item) => [item.key, item]))
      const next = new Map(rows.map((row) => [row.id, row]))
      const keys = [...new Set([...known.keys(), ...next.keys()])]
      const changes = keys.flatMap((key): PlannedChange[] => {
        const [before, row] = [known.get(key), next.get(key)]
        if (row) return [{ before, after: factsOf(row) }]
        return before ? [{ before, after: factsOf(before) }] : []
      })
      const said = new Map(people.map((one) => [one.application, one]))
      const travellers = (await activities.travellers.of(activityId)).map((one) => ({
        ...one,
        ...said.get(String(one.number)),
      }))
      const touched = touchedByEach(changes, travellers, programme)
      return new Map(keys.map((key, nth) => [key, touched[nth]?.length ?? 0]))
    },

    async publish(activityId: number, rows: readonly ItineraryItem[], by: number): Promise<void> {
      await items.lock(activityId)
      const known = new Map((await items.wholeOf(activityId)).map(({ key, id }) => [key, id]))
      const edits = rows.map((row): ProgrammeEdit => {
        const id = known.get(row.id)
        known.delete(row.id)
        const facts = factsOf(row)
        return id === undefined
          ? { kind: 'add', item: { ...facts, key: row.id } }
          : { kind: 'change', id, facts }
      })
      const removed = [...known.values()].map((id): ProgrammeEdit => ({ kind: 'remove', id }))
      await publish(activityId, [...edits, ...removed], by)
    },
  }
}

function asRow(item: ProgrammeItem): ItineraryItem {
  const { endsAt, endZone, key } = item
  return {
    id: key,
    isNewId: false,
    row: 0,
    startLocal: written(startsLocally(item)),
    endLocal: endsAt && written(endsAt.toZonedDateTimeISO(endZone)),
    ...factsOf(item),
  }
}

/** `2026-12-10T09:30` */
const written = (moment: Temporal.ZonedDateTime): string =>
  moment.toPlainDateTime().toString({ smallestUnit: 'minute' })
