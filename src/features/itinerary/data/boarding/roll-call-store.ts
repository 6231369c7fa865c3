import { and, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { sweep } from '../../../../platform/sweep.ts'
import { newToken } from '../../../../platform/tokens.ts'
import type { RollCallMarks } from '../../domain/roll-call.ts'
import { itineraryItems } from '../programme/item-tables.ts'
import { rollCallCards, rollCalls } from './roll-call-tables.ts'

export type RollCallStore = ReturnType<typeof rollCallStore>

export interface RollCall extends RollCallMarks {
  itemId: number
  token: string
}

/** A card in somebody's chat; `bus` null: all buses at a glance. */
export interface RollCallCard {
  personId: number
  bus: string | null
  first: number
}

/** Changes are gathered so long before everybody's cards show them. */
const secondsGathered = 1
/** The missing are asked by a tap at most so often. */
const secondsBetweenAsking = 60

/** The lists of who is there, what has been done for each, and the cards that show them. */
export function rollCallStore(database: Pick<Database, 'db' | 'query'>, clock: Clock) {
  const { db } = database
  const ofItem = (itemId: number) => eq(rollCalls.itemId, itemId)

  async function read(itemId: number): Promise<RollCall | undefined> {
    const [row] = await db.select().from(rollCalls).where(ofItem(itemId))
    return row
  }

  return {
    read,

    /** The list of an item; made where there is none yet. */
    async open(itemId: number): Promise<RollCall> {
      await db
        .insert(rollCalls)
        .values({ itemId, token: newToken(), createdAt: clock.now() })
        .onConflictDoNothing()
      const row = await read(itemId)
      if (!row) throw new Error('a list was not made')
      return row
    },

    /** The list whose code somebody has read from the wall. */
    async byToken(token: string): Promise<RollCall | undefined> {
      const [row] = await db.select().from(rollCalls).where(eq(rollCalls.token, token))
      return row
    },

    /** Only one process at a time does what is due for an item; false where another has it. */
    async claim(itemId: number): Promise<boolean> {
      const rows = await db
        .select({ id: itineraryItems.id })
        .from(itineraryItems)
        .where(eq(itineraryItems.id, itemId))
        .for('no key update', { skipLocked: true })
      return rows.length > 0
    },

    async mark(itemId: number, marks: Partial<RollCallMarks>): Promise<void> {
      await db.update(rollCalls).set(marks).where(ofItem(itemId))
    },

    /** Whoever has a card is to see that something has changed. */
    async touch(itemId: number): Promise<void> {
      const at = clock.now().add({ seconds: secondsGathered }).toString()
      await db
        .update(rollCalls)
        .set({ showAt: sql`coalesce(${rollCalls.showAt}, ${at}::timestamptz)` })
        .where(ofItem(itemId))
    },

    /** Notes that the missing are asked once more; false where that was a moment ago. */
    async mayAskAgain(itemId: number): Promise<boolean> {
      const now = clock.now()
      const before = now.subtract({ seconds: secondsBetweenAsking }).toString()
      const rows = await db
        .update(rollCalls)
        .set({ askedAgainAt: now })
        .where(
          and(
            ofItem(itemId),
            sql`(${rollCalls.askedAgainAt} is null or ${rollCalls.askedAgainAt} <= ${before}::timestamptz)`,
          ),
        )
        .returning({ itemId: rollCalls.itemId })
      return rows.length > 0
    },

    async cards(itemId: number): Promise<RollCallCard[]> {
      return db.select().from(rollCallCards).where(eq(rollCallCards.itemId, itemId))
    },

    /** Somebody looks at this part of the list. */
    async look(itemId: number, { personId, bus, first }: RollCallCard): Promise<void> {
      await db
        .insert(rollCallCards)
        .values({ itemId, personId, bus, first })
        .onConflictDoUpdate({
          target: [rollCallCards.itemId, rollCallCards.personId],
          set: { bus, first },
        })
    },

    sweep: sweep(database, { table: 'roll_calls', where: 'created_at < $1', afterHours: 90 * 24 }),
  }
}
