import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import type { ItemFacts, ItemKind, ItemStatus, ProgrammeItem } from '../../domain/item.ts'
import { factsOf } from '../../domain/same-facts.ts'
import { holds } from './item-holds.ts'
import { itineraryItems } from './item-tables.ts'

export type ItemStore = ReturnType<typeof itemStore>

/** An item that is added to a programme: its facts under a key of its own. */
export interface NewItem extends ItemFacts {
  readonly key: string
}

/** The items of the programmes. They change only in `actions/publish-programme.ts`, with all that hangs on them. */
export function itemStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  const inProgrammeOrder = [itineraryItems.startsAt, itineraryItems.endsAt, itineraryItems.id]

  return {
    /** The programme of an activity in its order, cancelled items included; without what was taken out or rests. */
    async ofActivity(activityId: number): Promise<ProgrammeItem[]> {
      const { activityId: activity, removedAt } = itineraryItems
      const rows = await db
        .select()
        .from(itineraryItems)
        .where(and(eq(activity, activityId), isNull(removedAt), sql.raw(holds('itinerary_items'))))
        .orderBy(...inProgrammeOrder)
      return rows.map(asItem)
    },

    /** The same for whoever writes it: what rests is there too. */
    async wholeOf(activityId: number): Promise<ProgrammeItem[]> {
      const rows = await db
        .select()
        .from(itineraryItems)
        .where(and(eq(itineraryItems.activityId, activityId), isNull(itineraryItems.removedAt)))
        .orderBy(...inProgrammeOrder)
      return rows.map(asItem)
    },

    /** What was written for the days before the activity was postponed, and not since. */
    async restingOf(activityId: number): Promise<Set<number>> {
      const rows = await db
        .select({ id: itineraryItems.id })
        .from(itineraryItems)
        .where(and(eq(itineraryItems.activityId, activityId), sql.raw(`not ${holds('itinerary_items')}`)))
      return new Set(rows.map(({ id }) => id))
    },

    /** The programmes as participants see them: what was taken out is there as cancelled until its day is over. */
    async shownOf(activityIds: readonly number[]): Promise<ProgrammeItem[]> {
      if (activityIds.length === 0) return []
      const since = clock.now().subtract({ hours: 48 }).toString()
      const rows = await db
        .select()
        .from(itineraryItems)
        .where(
          and(
            inArray(itineraryItems.activityId, [...activityIds]),
            sql`(${itineraryItems.removedAt} is null or ${itineraryItems.startsAt} > ${since})`,
            sql.raw(holds('itinerary_items')),
          ),
        )
        .orderBy(...inProgrammeOrder)
      return rows.map(asItem)
    },

    async read(id: number): Promise<ProgrammeItem | undefined> {
      const [row] = await db.select().from(itineraryItems).where(eq(itineraryItems.id, id))
      return row && asItem(row)
    },

    /** What was taken out of a programme and has one of these keys. */
    async removedOf(activityId: number, keys: readonly string[]): Promise<ProgrammeItem[]> {
      if (keys.length === 0) return []
      const { activityId: activity, key, removedAt } = itineraryItems
      const rows = await db
        .select()
        .from(itineraryItems)
        .where(and(eq(activity, activityId), inArray(key, [...keys]), isNotNull(removedAt)))
      return rows.map(asItem)
    },

    async byIds(ids: readonly number[]): Promise<Map<number, ProgrammeItem>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .select()
        .from(itineraryItems)
        .where(inArray(itineraryItems.id, [...ids]))
      return new Map(rows.map((row) => [row.id, asItem(row)]))
    },

    /**
     * Locks the programme of an activity until the end of the transaction: one publishes after the other. Rows that point at
     * the activity may be written meanwhile, or a reminder that is being said and a change would wait for each other.
     */
    async lock(activityId: number): Promise<void> {
      await db.execute(sql`select 1 from activities where id = ${activityId} for no key update`)
    },

    async add(activityId: number, item: NewItem): Promise<ProgrammeItem> {
      const now = clock.now()
      const [row] = await db
        .insert(itineraryItems)
        .values({
          ...columnsOf(item),
          key: item.key,
          activityId,
          createdAt: now,
          changedAt: now,
          cancelledAt: item.status === 'cancelled' ? now : null,
        })
        // A key that was taken out comes back as the same item.
        .onConflictDoUpdate({
          target: [itineraryItems.activityId, itineraryItems.key],
          set: { ...columnsOf(item), ...changedNow(now), removedAt: null, statusBefore: null },
        })
        .returning()
      if (!row) throw new Error('an item was not added')
      return asItem(row)
    },

    async change(id: number, facts: ItemFacts): Promise<ProgrammeItem> {
      const now = clock.now()
      const [row] = await db
        .update(itineraryItems)
        .set({
          ...columnsOf(facts),
          ...changedNow(now),
          cancelledAt:
            facts.status === 'cancelled'
              ? sql`coalesce(${itineraryItems.cancelledAt}, ${now.toString()}::timestamptz)`
              : null,
          statusBefore: facts.status === 'cancelled' ? formerStatus : null,
        })
        .where(eq(itineraryItems.id, id))
        .returning()
      if (!row) throw new Error('an item was changed that is not there')
      return asItem(row)
    },

    /** Takes an item out of the programme; those whom it concerns see it struck through until its day ends. */
    async remove(id: number): Promise<ProgrammeItem> {
      const now = clock.now()
      const [row] = await db
        .update(itineraryItems)
        .set({ ...changedNow(now), cancelledAt: now, removedAt: now })
        .where(eq(itineraryItems.id, id))
        .returning()
      if (!row) throw new Error('an item was removed that is not there')
      return asItem(row)
    },
  }
}

/** Cancelled twice it still is what it was before the first time. */
const formerStatus = sql`coalesce(${itineraryItems.statusBefore}, nullif(${itineraryItems.status}, 'cancelled'))`

const changedNow = (now: Temporal.Instant) => ({
  revision: sql`${itineraryItems.revision} + 1`,
  changedAt: now,
})

/** Facts may come with more than facts around them; only what the table has for them is written. */
function columnsOf(facts: ItemFacts) {
  const { remindMinutesBefore, audience, ...rest } = factsOf(facts)
  return { ...rest, audience, remindMinutesBefore: remindMinutesBefore ? [...remindMinutesBefore] : null }
}

const asItem = ({ createdAt: _, ...row }: typeof itineraryItems.$inferSelect): ProgrammeItem => ({
  ...row,
  kind: row.kind as ItemKind,
  status: row.status as ItemStatus,
  statusBefore: row.statusBefore as ItemStatus | null,
})
