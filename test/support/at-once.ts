import postgres from 'postgres'
import { until } from './until.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/**
 * Lets people act in the same moment, each over a connection of their own: the activities are held until every one of
 * them stands before that lock, so that what comes first is decided by PostgreSQL and by nothing else.
 */
export async function atOnce(world: World, ...acts: (() => Promise<unknown>)[]): Promise<void> {
  const holding = postgres(world.database.url, { max: 1 })
  const watching = postgres(world.database.url, { max: 1 })
  const running: Promise<unknown>[] = []
  try {
    await holding.begin(async (held) => {
      await held`select 1 from activities for no key update`
      for (const act of acts) running.push(act())
      await until('all of them wait for the lock', async () => {
        const [row] = await watching<{ count: number }[]>`
          select count(*)::int as count from pg_locks where not granted and pid <> pg_backend_pid()`
        return (row?.count ?? 0) >= acts.length
      })
    })
    await Promise.all(running)
  } finally {
    await Promise.all([holding.end(), watching.end()])
  }
}

/** Presses a button by what it carries, whatever stands in the chat. */
export async function presses(somebody: Person, data: string): Promise<string | undefined> {
  const first = somebody.phone.state().messages.find(({ from }) => from === 'bot')
  return somebody.presses({ messageId: first?.id ?? 1, data })
}
