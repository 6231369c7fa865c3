import type { Database } from '../../platform/database.ts'

export type RoundRows = ReturnType<typeof roundRows>

/** Up to which moment each daily round has been made. */
export function roundRows({ query }: Pick<Database, 'query'>) {
  return {
    /**
     * Claims a round that is due; of several processes one gets it. The first time only marks the moment, so that a new
     * installation does not begin with yesterday's round.
     */
    async claim(name: string, due: Temporal.Instant): Promise<boolean> {
      const [known] = await query<{ is_due: boolean }>(
        `select done_until < $2::timestamptz as is_due from rounds where name = $1`,
        [name, due.toString()],
      )
      // Asked every second by every process, so nothing is written and nobody waits while there is nothing to do.
      if (known && !known.is_due) return false
      if (!known) {
        await query(
          `insert into rounds (name, done_until) values ($1, $2::timestamptz) on conflict do nothing`,
          [name, due.toString()],
        )
        return false
      }
      const claimed = await query(
        `update rounds set done_until = $2::timestamptz where name = (
           select name from rounds where name = $1 and done_until < $2::timestamptz for update skip locked)
         returning name`,
        [name, due.toString()],
      )
      return claimed.length > 0
    },
  }
}
