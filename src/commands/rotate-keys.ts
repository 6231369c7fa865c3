import { CannotStart } from '../platform/cannot-start.ts'
import { loadConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { holderOf, mustHold } from '../platform/holder.ts'
import { forgetKey, openKeyRing, readKeyChecks } from '../platform/key-file.ts'
import { countByKey, rotateColumn } from '../platform/rotation.ts'
import { openDatabaseBeside } from './command-line/database-beside.ts'
import { readFlags } from './command-line/read-options.ts'
import { sealedColumns } from './command-line/sealed-columns.ts'

/** Seals everything with the first key, beside the running bot, so that the older keys can go. */
readFlags(process.argv.slice(3), [], 'npm run rotate-keys')
const config = loadConfig()
const server = await openDatabaseBeside(config)
const database = openDatabase({ url: server.url, connections: 1, applicationName: 'heyet rotate-keys' })
try {
  await mustHold(database.sql, holderOf(config))
  const keys = openKeyRing(config)
  // What is sealed from here on carries this key: no start may be without it.
  await keys.mustFit(database.sql)
  await rotate(keys)
} finally {
  await database.close()
  await server.stop()
}

async function rotate(keys: ReturnType<typeof openKeyRing>): Promise<void> {
  const { id: newest } = keys.newest
  let resealed = 0
  let unopened = 0
  for (const column of sealedColumns) {
    const rotated = await rotateColumn(database, keys, column)
    resealed += rotated.resealed
    unopened += rotated.unopened
  }
  const counts = await countByKey(database.query, sealedColumns)
  const checks = await readKeyChecks(database.sql)
  const idle = checks.filter(({ id }) => id !== newest && !counts.has(id)).map(({ id }) => id)
  for (const id of idle) await forgetKey(database.sql, id)
  console.log(`${resealed} values have been sealed anew with the key "${newest}", the first of the ring.`)
  if (idle.length > 0)
    console.log(
      `Nothing in the database needs these keys any more: ${idle.join(', ')}. Keep them as long as you keep backups from before.`,
    )
  if (unopened > 0)
    throw new CannotStart(
      `${unopened} values cannot be opened with any key here: they are damaged, or their key is another one. They stay as they are.`,
    )
}
