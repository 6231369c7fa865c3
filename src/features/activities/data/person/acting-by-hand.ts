import type { Database } from '../../../../platform/database.ts'
import { isByHandIn } from '../../../../shared/by-hand.ts'
import { mayDo } from '../../../people/index.ts'
import type { Application } from '../../domain/application.ts'

type Held = Parameters<typeof mayDo>[0][number]

/** Whoever has no Telegram says by the mouth of a coordinator what others say with a tap. */
export const actingByHand = ({ query }: Pick<Database, 'query'>) => ({
  /** Whether this person may speak for them: they were entered by hand, and the person runs the activity. */
  async mayActByHand(
    { personId, activityId }: Pick<Application, 'personId' | 'activityId'>,
    byPersonId: number,
  ): Promise<boolean> {
    const rows = await query<Pick<Held, 'role' | 'activityCode'> & { code: string }>(
      `select r.role, r.activity_code as "activityCode", a.code from roles r join activities a on a.id = $2
       where r.person_id = $3 and r.revoked_at is null
         and exists (select from accounts c where c.person_id = $1 and ${isByHandIn('c.user_id')})`,
      [personId, activityId, byPersonId],
    )
    const grants = rows.map(({ role, activityCode }) => ({ id: 0, personId: byPersonId, role, activityCode }))
    return rows[0] !== undefined && mayDo(grants, 'decideApplications', rows[0].code)
  },
})
