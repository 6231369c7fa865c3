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
      const [row] = await query<{ is_due: boolean }>(
        `insert into rounds (name, done_until) values ($1, $2::timestamptz)
         on conflict (name) do update set done_until = rounds.done_until
         returning xmax <> 0 and done_until < $2::timestamptz as is_due`,
        [name, due.toString()],
      )
      if (!row?.is_due) return false
      await query(`update rounds set done_until = $2::timestamptz where name = $1`, [name, due.toString()])
      return true
    },
  }
}
