import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Controller } from '../domain/controller.ts'
import { controllers } from './privacy-tables.ts'

export type ControllerStore = ReturnType<typeof controllerStore>

/** The one row that says who answers for the personal data. */
export function controllerStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  return {
    async read(): Promise<Controller | undefined> {
      const [row] = await db.select().from(controllers)
      return (
        row && {
          name: row.name,
          address: row.address,
          contactEmail: row.contactEmail,
          contactPhone: row.contactPhone,
        }
      )
    },

    async update(changes: Partial<Controller>): Promise<void> {
      const set = { ...changes, updatedAt: clock.now() }
      await db.insert(controllers).values(set).onConflictDoUpdate({ target: controllers.one, set })
    },
  }
}
