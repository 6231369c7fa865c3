import postgres from 'postgres'
import type { Executed } from './statement-recorder.ts'

/** Tables that grow with the years; none of them is read through for one screen. */
const bigTables = ['applications', 'application_events', 'persons', 'accounts', 'firms', 'firm_members']
/** Rows of a big table that a scan may go over: it has stopped early. */
const fewRows = 10_000

/** What every update goes by, whatever it shows: the front door's own tables, and whose account it is. */
const frontDoor =
  /\bfrom "?accounts"?\s+(left join .*)?where "?accounts"?\."?user_id|\b(inbox|outbox|outbox_files|screens|conversations|send_\w+|sends|pgboss|pg_notify|set_config|bots?)\b/
const isRead = /^\s*(select|with)\b/i
const writes = /\b(insert into|delete from|for (no key )?update)\b|\bupdate\s+"?\w+"?\s+set\b/i

/** The statements of a screen that read what it shows. */
export const reads = (executed: readonly Executed[]): Executed[] =>
  executed.filter(({ text }) => isRead.test(text) && !frontDoor.test(text) && !writes.test(text))

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** Executes each statement once more and says which of them read a big table through. */
export const scansOfBigTables = (url: string, executed: readonly Executed[]): Promise<string[]> =>
  scansIn(url, executed, { settings: '', explain: 'analyze, ', isTooMuch: (rows) => rows > fewRows })

/**
 * Which statements would have to read a big table through because no index helps, however big it grows: PostgreSQL is told
 * to avoid it wherever it can, so that a small table will do.
 */
export const scansWithoutIndex = (url: string, executed: readonly Executed[]): Promise<string[]> =>
  scansIn(url, executed, { settings: 'set enable_seqscan = off', explain: '', isTooMuch: () => true })

interface Looking {
  settings: string
  explain: string
  isTooMuch(rows: number): boolean
}

async function scansIn(url: string, executed: readonly Executed[], looking: Looking): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, prepare: false })
  const found = new Set<string>()
  try {
    if (looking.settings !== '') await sql.unsafe(looking.settings)
    const once = new Map(executed.map((one) => [one.text, one]))
    for (const one of once.values())
      for (const table of await scanned(sql, one, looking))
        found.add(`${table}: ${one.text.replace(/\s+/g, ' ')}`)
  } finally {
    await sql.end()
  }
  return [...found]
}

async function scanned(
  sql: postgres.Sql,
  { text, values }: Executed,
  { explain, isTooMuch }: Looking,
): Promise<string[]> {
  const given = values
    .map((value) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`))
    .join(', ')
  await sql.unsafe(`prepare looked_at as ${text}`)
  try {
    const [row] = await sql.unsafe<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
      `explain (${explain}format json) execute looked_at${values.length > 0 ? `(${given})` : ''}`,
    )
    return row ? scannedTables(row['QUERY PLAN'][0].Plan, isTooMuch) : []
  } finally {
    await sql.unsafe('deallocate looked_at')
  }
}

function scannedTables(plan: Plan, isTooMuch: Looking['isTooMuch']): string[] {
  const table = plan['Relation Name'] ?? ''
  const {
    'Actual Rows': read = 0,
    'Rows Removed by Filter': passedOver = 0,
    'Actual Loops': loops = 1,
  } = plan
  const isScan = plan['Node Type'] === 'Seq Scan' && bigTables.includes(table)
  const below = (plan.Plans ?? []).flatMap((part) => scannedTables(part, isTooMuch))
  return isScan && isTooMuch((read + passedOver) * loops) ? [table, ...below] : below
}
