import { and, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import type { ItemDraft, ItemDraftKind } from '../../domain/drafts/item-draft.ts'
import { itemDrafts } from './item-draft-tables.ts'

export type ItemDraftStore = ReturnType<typeof itemDraftStore>

/** What opens a draft; `isAnew`: whatever was laid aside of the same kind is forgotten. */
export interface OpenedDraft extends Pick<ItemDraft, 'personId' | 'activityId' | 'itemId' | 'answers'> {
  kind: ItemDraftKind
  changing?: string | null
  isAnew: boolean
}

/** Changes of programmes that are being made on phones. */
export function itemDraftStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database

  return {
    async read(id: number): Promise<ItemDraft | undefined> {
      const [row] = await db.select().from(itemDrafts).where(eq(itemDrafts.id, id))
      return row && asDraft(row)
    },

    async readLocked(id: number): Promise<ItemDraft | undefined> {
      const [row] = await db.select().from(itemDrafts).where(eq(itemDrafts.id, id)).for('update')
      return row && asDraft(row)
    },

    openWhere: 'exists (select from item_drafts d where d.person_id = viewer.id and not d.is_paused)',

    /** The draft whose question is open in this person's chat. */
    async openOne(personId: number): Promise<ItemDraft | undefined> {
      const [row] = await db
        .select()
        .from(itemDrafts)
        .where(and(eq(itemDrafts.personId, personId), eq(itemDrafts.isPaused, false)))
      return row && asDraft(row)
    },

    /** Opens a draft, or goes on with the one that was laid aside; whatever else was open is paused. */
    async open({ isAnew, changing = null, ...draft }: OpenedDraft): Promise<ItemDraft> {
      const now = clock.now()
      await db
        .update(itemDrafts)
        .set({ isPaused: true })
        .where(and(eq(itemDrafts.personId, draft.personId), eq(itemDrafts.isPaused, false)))
      const [row] = await db
        .insert(itemDrafts)
        .values({ ...draft, changing, createdAt: now, updatedAt: now })
        .onConflictDoUpdate({
          target: [itemDrafts.personId, itemDrafts.activityId, itemDrafts.itemId, itemDrafts.kind],
          set: {
            isPaused: false,
            revision: sql`${itemDrafts.revision} + 1`,
            updatedAt: now,
            // A cancelling that was not published is no part of what is edited later.
            ...(isAnew
              ? { answers: draft.answers, changing, seen: null }
              : { answers: sql`${itemDrafts.answers} - 'status'` }),
          },
        })
        .returning()
      if (!row) throw new Error('a draft was not opened')
      return asDraft(row)
    },

    async update(
      id: number,
      changes: Partial<Pick<ItemDraft, 'answers' | 'changing' | 'seen' | 'isPaused'>>,
    ): Promise<void> {
      await db
        .update(itemDrafts)
        .set({ ...changes, revision: sql`${itemDrafts.revision} + 1`, updatedAt: clock.now() })
        .where(eq(itemDrafts.id, id))
    },

    async remove(id: number): Promise<void> {
      await db.delete(itemDrafts).where(eq(itemDrafts.id, id))
    },

    /** Drafts nobody has touched for 14 days go: the programme has moved on. */
    sweep: sweep(database, { table: 'item_drafts', where: 'updated_at < $1', afterHours: 24 * 14 }),
  }
}

const asDraft = ({ createdAt: _, ...row }: typeof itemDrafts.$inferSelect): ItemDraft => ({
  ...row,
  kind: row.kind as ItemDraftKind,
})
