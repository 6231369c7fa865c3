import { eq } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { pictureOrders } from './picture-order-tables.ts'

export type PictureOrderStore = ReturnType<typeof pictureOrderStore>

export type PictureOrder = Omit<typeof pictureOrders.$inferSelect, 'orderedAt'>

/** Pictures of summaries that somebody waits for. */
export function pictureOrderStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  return {
    /** `undefined`: they wait for this one already. */
    async add(ordered: Omit<PictureOrder, 'id'>): Promise<PictureOrder | undefined> {
      const [row] = await db
        .insert(pictureOrders)
        .values({ ...ordered, orderedAt: clock.now() })
        .onConflictDoNothing()
        .returning()
      return row
    },

    async read(id: number): Promise<PictureOrder | undefined> {
      const [row] = await db.select().from(pictureOrders).where(eq(pictureOrders.id, id))
      return row
    },

    /** Ends it; false when that has happened before. */
    async end(id: number): Promise<boolean> {
      const ended = await db.delete(pictureOrders).where(eq(pictureOrders.id, id)).returning()
      return ended.length > 0
    },

    /** What nobody came to draw: by then nobody waits for it. */
    sweep: sweep(database, { table: 'picture_orders', where: 'ordered_at < $1', afterHours: 24 }),
  }
}
