import { noteBackup } from '../platform/backup/last-backup.ts'
import { writeBackup } from '../platform/backup/write-backup.ts'
import { loadConfig } from '../platform/config.ts'
import { keyFileOf } from '../platform/key-file.ts'
import { openDatabaseBeside } from './command-line/database-beside.ts'
import { interruption } from './command-line/interruption.ts'
import { readFileName } from './command-line/read-file-name.ts'

/** Writes the whole state into a file, also beside the running bot. */
const { file } = readFileName(process.argv.slice(3), [], 'npm run backup -- FILE')
const config = loadConfig()
const { signal, forget } = interruption()
const server = await openDatabaseBeside(config)
try {
  const { tables, rows } = await writeBackup({ url: server.url, file, signal })
  noteBackup(config.dataDir, Temporal.Now.instant())
  const keys = config.fieldKeys ? 'the keys (FIELD_KEYS)' : `the keys (${keyFileOf(config.dataDir)})`
  console.log(
    `${file}: ${rows} rows of ${tables} tables. Not in it: ${keys}, without which what is sealed stays sealed, and .env` +
      `${config.botToken ? '' : ', and what the phones of the sandbox show'}. Keep copies of them elsewhere.`,
  )
} finally {
  await server.stop()
  forget()
}
