import { statfsSync } from 'node:fs'
import { lastBackup } from '../../platform/backup/last-backup.ts'
import { canHaveDataDir, mendOfDataDir, nearestFolder } from '../../platform/data-dir.ts'
import { localeMistakes } from '../check/locales.ts'
import { broken, doubtful, good, type Finding } from './finding.ts'

export const examineNode = (): Finding => good('node', `This is Node ${process.versions.node}.`)

/** The sentences of all languages. */
export function examineLocales(folder = 'locales'): Finding {
  const mistakes = localeMistakes(folder)
  const [firstOne = ''] = mistakes
  return mistakes.length === 0
    ? good('locales', 'All languages say the same.')
    : doubtful(
        'locales',
        `${mistakes.length} mistakes, the first: ${firstOne}.`,
        '`npm run check` lists them all.',
      )
}

const megabyte = 1_048_576

/** Whether the data may be written, and the room left for them. */
export function examineDisk(dataDir: string): Finding {
  if (!canHaveDataDir(dataDir)) return broken('disk', `This user may not write to ${dataDir}.`, mendOfDataDir)
  const { bavail, bsize } = statfsSync(nearestFolder(dataDir))
  const free = Math.floor((bavail * bsize) / megabyte)
  const said = `${free} MB are free where ${dataDir} is.`
  if (free < 200) return broken('disk', said, 'Make room: a database on a full disk stops.')
  return free < 1_000
    ? doubtful('disk', said, 'Make room before it is less than 200 MB.')
    : good('disk', said)
}

/** How old the last backup is that was made here; nothing where none has been noted: it may be made otherwise. */
export function examineBackups(dataDir: string, now: Temporal.Instant): Finding[] {
  const at = lastBackup(dataDir)
  if (!at) return []
  const hours = Math.floor(now.since(at).total('hours'))
  const said = `The last backup was made ${hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`} ago.`
  return hours < 48
    ? [good('backup', said)]
    : [
        doubtful(
          'backup',
          said,
          'Make one: `npm run backup -- FILE`, and look at what makes them each night.',
        ),
      ]
}
