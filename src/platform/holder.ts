import type postgres from 'postgres'
import { CannotStart } from './cannot-start.ts'
import type { Config } from './config.ts'

type Sql = postgres.ISql

/** To whom a database belongs: the sandbox, or a bot, by its number (the digits before the colon of its token). */
export type Holder = 'sandbox' | `bot ${number}`

export const holderOf = ({ botToken }: Pick<Config, 'botToken'>): Holder =>
  botToken ? `bot ${Number.parseInt(botToken.reveal(), 10)}` : 'sandbox'

/**
 * To whom the database belongs; `undefined`: to nobody yet. One of a version that made no such note belongs to the sandbox
 * if it holds its examples, which must never be taken for people.
 */
export async function readHolder(sql: Sql): Promise<Holder | undefined> {
  if (await hasTable(sql, 'heyet_holder')) {
    const [row] = await sql<{ holder: Holder }[]>`select holder from heyet_holder`
    if (row) return row.holder
  }
  return (await holdsExamples(sql)) ? 'sandbox' : undefined
}

/** Notes down to whom the database belongs, or refuses it to anybody else; of processes that start at once, inside the lock of migrations. */
export async function takeHold(sql: Sql, holder: Holder): Promise<void> {
  await mustHold(sql, holder)
  await createHolderTable(sql)
  await sql`insert into heyet_holder (holder) values (${holder}) on conflict do nothing`
}

export const createHolderTable = (sql: Sql) => sql`create table if not exists heyet_holder (
  one boolean primary key default true check (one), holder text not null)`

/** Refuses a database that belongs to somebody else. */
export async function mustHold(sql: Sql, holder: Holder): Promise<void> {
  const misfit = misfitOf(await readHolder(sql), holder)
  if (misfit) throw new CannotStart(`${misfit.said} ${misfit.mend}`)
}

/** Gives the database to another bot; only from the one that is named, so that nobody moves what they did not mean. */
export async function changeHolder(sql: Sql, from: Holder, to: Holder): Promise<void> {
  const found = await readHolder(sql)
  if (found !== from)
    throw new CannotStart(
      found === undefined
        ? 'This database belongs to nobody yet; whoever starts on it first has it.'
        : `This database belongs to the ${found}, not to the ${from}. Nothing was changed.`,
    )
  await sql`update heyet_holder set holder = ${to}`
}

/** What is wrong with a database of `found` in the hands of `holder`, and what to do about it. */
export function misfitOf(
  found: Holder | undefined,
  holder: Holder,
): { said: string; mend: string } | undefined {
  if (found === undefined || found === holder) return undefined
  const another = 'set DATA_DIR to another folder (or DATABASE_URL to another database)'
  if (found === 'sandbox')
    return {
      said: 'This database holds the examples of the sandbox, with a coordinator who does not exist; no real bot may use it.',
      mend: `For a database of its own, ${another}.`,
    }
  if (holder === 'sandbox')
    return {
      said: `This database belongs to the ${found}, and without BOT_TOKEN the sandbox would write into it.`,
      mend: `Set BOT_TOKEN to run that bot; to try the sandbox, ${another}.`,
    }
  return {
    said: `This database belongs to the ${found} (the digits before the colon of its token), and BOT_TOKEN is that of the ${holder}.`,
    mend:
      `Put the token of the ${found} back; or, for a database of its own, ${another}; ` +
      `or, to move everything to the ${holder} on purpose, run: npm run adopt -- --from ${found.replace('bot ', '')}`,
  }
}

const hasTable = async (sql: Sql, name: string): Promise<boolean> => {
  const [row] = await sql<{ exists: boolean }[]>`select to_regclass(${name}) is not null as exists`
  return row?.exists ?? false
}

/** The coordinator whom the sandbox puts in place, or an update that its own bot has taken in. */
async function holdsExamples(sql: Sql): Promise<boolean> {
  if (!(await hasTable(sql, 'accounts'))) return false
  const found = await sql`
    select 1 from accounts where user_id = 7001 and first_name = 'Zeynep' and last_name = 'Kaya'
    union all select 1 from inbox where bot_id = 1000000001 limit 1`
  return found.length > 0
}
