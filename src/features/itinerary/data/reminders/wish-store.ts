import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import { isAmong } from '../../../../platform/is-among.ts'
import { noWishes, type Wishes } from '../../domain/fire.ts'
import { reminderWishes } from './reminder-tables.ts'

export type WishStore = ReturnType<typeof wishStore>

/** How people wish to be reminded. */
export function wishStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  /** Of those who have said anything. */
  async function ofPersons(personIds: readonly number[]): Promise<Map<number, Wishes>> {
    if (personIds.length === 0) return new Map()
    const rows = await db.select().from(reminderWishes).where(isAmong(reminderWishes.personId, personIds))
    return new Map(
      rows.map(({ personId, minutesBefore, overviewAt, wantsOverview, isMuted }) => [
        personId,
        { minutesBefore, overviewAt: asTime(overviewAt), wantsOverview, isMuted },
      ]),
    )
  }

  return {
    ofPersons,
    read: async (personId: number): Promise<Wishes> =>
      (await ofPersons([personId])).get(personId) ?? noWishes,
    async save(personId: number, { overviewAt, ...wishes }: Wishes): Promise<void> {
      const set = { ...wishes, overviewAt: overviewAt?.toString() ?? null, updatedAt: clock.now() }
      await db
        .insert(reminderWishes)
        .values({ personId, ...set })
        .onConflictDoUpdate({ target: reminderWishes.personId, set })
    },
  }
}

const asTime = (text: string | null) => (text === null ? null : Temporal.PlainTime.from(text))
