import { standBetween } from './stand-between.ts'

/** Stands between the bot and PostgreSQL and counts what is asked, so that nobody needs to be believed. */
export interface StatementCounter {
  /** The address to give to the bot. */
  url: string
  /** Statements so far: simple ones (`begin`, `commit`) and executions of prepared ones. */
  count(): number
  close(): void
}

/** Counts what goes through to the database behind `databaseUrl`. */
export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  let counted = 0
  const between = await standBetween(databaseUrl, () => (type) => {
    if (type === 'Q' || type === 'E') counted += 1
  })
  return { ...between, count: () => counted }
}
