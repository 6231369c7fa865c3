import { existsSync } from 'node:fs'
import type { BackupHead } from '../../platform/backup/backup-file.ts'
import { CannotStart } from '../../platform/cannot-start.ts'
import type { Config } from '../../platform/config.ts'
import { holderOf } from '../../platform/holder.ts'
import { keyFileOf, misfitAmong, openKeyRing } from '../../platform/key-file.ts'
import { unknownMigrations } from '../../platform/migrate.ts'

/** Refuses a backup of a newer version, of another bot, or one whose keys are not here; tells all of it at once. */
export async function mustFitHere(head: BackupHead, config: Config): Promise<void> {
  const mistakes = [...(await newer(head)), ...otherHolder(head, config), ...missingKeys(head, config)]
  if (mistakes.length === 0) return
  throw new CannotStart(['Nothing was restored:', ...mistakes.map((mistake) => `  ${mistake}`)].join('\n'))
}

async function newer({ migrations }: BackupHead): Promise<string[]> {
  const unknown = await unknownMigrations(migrations)
  if (unknown.length === 0) return []
  return [
    `The backup is newer than this version of Heyet: it has had ${unknown.join(', ')}. Restore it with the version that made it, or a newer one.`,
  ]
}

function otherHolder({ holder }: BackupHead, config: Config): string[] {
  const here = holderOf(config)
  if (holder === null || holder === here) return []
  if (here === 'sandbox')
    return [
      `The backup holds the data of the ${holder}, and without BOT_TOKEN this is the sandbox. Set the token of that bot.`,
    ]
  if (holder === 'sandbox')
    return [
      'The backup holds the examples of the sandbox, which no real bot may use. Leave BOT_TOKEN out to restore it.',
    ]
  return [
    `The backup holds the data of the ${holder} (the digits before the colon of its token), and BOT_TOKEN is that of the ${here}. ` +
      `Set the token of the ${holder}; to move everything to the ${here}, restore with the former token first, then run: ` +
      `npm run adopt -- --from ${holder.replace('bot ', '')}`,
  ]
}

function missingKeys({ keys }: BackupHead, { fieldKeys, dataDir }: Config): string[] {
  if (keys.length === 0) return []
  const file = keyFileOf(dataDir)
  const mend = fieldKeys
    ? 'Add it to FIELD_KEYS.'
    : `Put the copy you kept of the keys to ${file} (chmod 600), or set FIELD_KEYS.`
  // It must not be made here: a new key would open nothing.
  const misfit =
    fieldKeys || existsSync(file) ? misfitAmong(keys, openKeyRing({ fieldKeys, dataDir })) : keys[0]?.id
  return misfit === undefined
    ? []
    : [`The key "${misfit}", which has sealed data in the backup, is missing here or is another one. ${mend}`]
}
