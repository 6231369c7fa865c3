import type { Database } from '../../platform/database.ts'

export type RoundRows = ReturnType<typeof roundRows>

/** Up to which moment each daily round has been made. */
export function roundRows({ query }: Pick<Database, 'query'>) {
  return {
    /**
     * Whether a round is to be made. The first time only marks the moment, so that a new installation does not begin
     * with yesterday's round. Asked every second by every process, so nothing is written while there is nothing to do.
     */
    async isDue(name: string, due: Temporal.Instant): Promise<boolean> {
      const [known] = await query<{ is_due: boolean }>(
        `select done_until < $2::timestamptz as is_due from rounds where name = $1`,
        [name, due.toString()],
      )
      if (!known)
        await query(
          `insert into rounds (name, done_until) values ($1, $2::timestamptz) on conflict do nothing`,
          [name, due.toString()],
        )
      return known?.is_due ?? false
    },

    /** Holds a round until the end of the transaction; false where another process does, or has made it. */
    async hold(name: string, due: Temporal.Instant): Promise<boolean> {
      const held = await query(
        `select 1 from rounds where name = $1 and done_until < $2::timestamptz for update skip locked`,
        [name, due.toString()],
      )
      return held.length > 0
    },

    async finish(name: string, due: Temporal.Instant): Promise<void> {
      await query(`update rounds set done_until = $2::timestamptz where name = $1`, [name, due.toString()])
    },
  }
}
