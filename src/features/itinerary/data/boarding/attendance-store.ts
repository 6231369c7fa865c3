import { and, eq } from 'drizzle-orm'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database.ts'
import type { AttendanceWay } from '../../domain/roll-call.ts'
import { attendances } from './attendance-tables.ts'

export type AttendanceStore = ReturnType<typeof attendanceStore>

export interface Attendance {
  applicationId: number
  at: Temporal.Instant
  way: AttendanceWay
}

/** Who was on board or present, since when, and how that became known. */
export function attendanceStore({ db }: Pick<Database, 'db'>, clock: Clock) {
  const of = (itemId: number, applicationId: number) =>
    and(eq(attendances.itemId, itemId), eq(attendances.applicationId, applicationId))

  return {
    async ofItem(itemId: number): Promise<Map<number, Attendance>> {
      const rows = await db.select().from(attendances).where(eq(attendances.itemId, itemId))
      return new Map(
        rows.map(({ applicationId, at, way }) => [
          applicationId,
          { applicationId, at, way: way as AttendanceWay },
        ]),
      )
    },

    /** Somebody is there; false where that was known already, which stays as it was. */
    async tick(itemId: number, applicationId: number, way: AttendanceWay, byPersonId: number) {
      const added = await db
        .insert(attendances)
        .values({ itemId, applicationId, at: clock.now(), way, byPersonId })
        .onConflictDoNothing()
        .returning({ itemId: attendances.itemId })
      return added.length > 0
    },

    /** It was a mistake; false where nothing was ticked. */
    async untick(itemId: number, applicationId: number): Promise<boolean> {
      const gone = await db
        .delete(attendances)
        .where(of(itemId, applicationId))
        .returning({ itemId: attendances.itemId })
      return gone.length > 0
    },
  }
}
