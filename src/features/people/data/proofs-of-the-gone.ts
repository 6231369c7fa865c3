import type { Database } from '../../../platform/database.ts'
import { sweep, type Sweep } from '../../../platform/sweep.ts'

/** Years for which it can be proved what somebody had read and allowed after they have been erased. */
const keptForYears = 3

/** Which notices people had read, and what they had allowed, goes three years after they were erased. */
export const proofsOfTheGone = (database: Pick<Database, 'query'>): Sweep[] =>
  ['notices_read', 'consents'].map((table) =>
    sweep(database, {
      table,
      where: 'person_id in (select id from persons where erased_at < $1)',
      afterHours: 24 * 365 * keptForYears,
    }),
  )
