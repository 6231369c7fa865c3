import { existsSync } from 'node:fs'
import { settleRestored } from '../bot/data/settle-restored.ts'
import { stopRestored } from '../features/broadcasts/data/settle-restored.ts'
import { readBackup } from '../platform/backup/read-backup.ts'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import { loadConfig } from '../platform/config.ts'
import { clockOf } from './command-line/clock-of.ts'
import { openDatabaseAlone } from './command-line/database-alone.ts'
import { mustFitHere } from './command-line/must-fit-here.ts'
import { mustRest } from './command-line/must-rest.ts'
import { readFileName } from './command-line/read-file-name.ts'

const usage = 'npm run restore -- FILE [--replace] [--moved]'

/** Puts a backup into the database, whole or not at all, while no bot runs on it. */
const {
  file,
  replace = false,
  moved = false,
} = readFileName(process.argv.slice(3), ['replace', 'moved'], usage)
const config = loadConfig()
if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
const backup = await readBackup(file)
try {
  await mustFitHere(backup.head, config)
  if (moved && !backup.head.isAtRest)
    throw new CannotStart(
      'A bot was running when this backup was made, so it may have said since what waited then. To move it, stop it, ' +
        'make another backup and restore that one; or leave --moved out.',
    )
  const server = await openDatabaseAlone(config)
  try {
    await restore(server.url)
  } finally {
    await server.stop()
  }
} finally {
  backup.close()
}

async function restore(url: string): Promise<void> {
  let stopped = 0
  const { tables, rows, migrated } = await restoreBackup({
    ...{ url, backup, mustRest, isReplacing: replace },
    async settle(sql) {
      if (moved) return
      await settleRestored(sql)
      stopped = await stopRestored(sql, (await clockOf(config)).now())
    },
  })
  const steps = migrated > 0 ? ` It was brought up to date by ${migrated} migrations.` : ''
  console.log(`The state of ${backup.head.madeAt} is back: ${rows} rows of ${tables} tables.${steps}`)
  console.log(
    moved
      ? 'What waited to be handled or sent will be, as soon as Heyet starts.'
      : `What people did after that hour is gone. What was on its way then is not sent again by itself${
          stopped > 0 ? `, and ${stopped} broadcasts have been stopped` : ''
        }; tell people what they have to do once more.`,
  )
}
