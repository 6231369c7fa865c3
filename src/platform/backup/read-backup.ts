import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { CannotStart } from '../cannot-start.ts'
import { backupVersion, type BackupEnd, type BackupHead, type TableHead } from './backup-file.ts'

/** A backup that is being read, from its head to its end, once. */
export interface BackupReading {
  readonly head: BackupHead
  /** The next table, whose rows have to be read before the one after it; `undefined` at the end, when all was in order. */
  nextTable(): Promise<(TableHead & { rows: AsyncIterable<Buffer> }) | undefined>
  close(): void
}

/** No line of ours is longer than the names of a table's columns, or of all migrations. */
const longestLine = 1_048_576

/** Opens a backup as far as its head; what is no backup, or one of a later layout, is refused. */
export async function readBackup(file: string): Promise<BackupReading> {
  const { bytes, close } = openBytes(file)
  try {
    const head = asHead(await bytes.line(), file)
    const counted = { tables: 0 }
    return {
      head,
      close,
      async nextTable() {
        const before = bytes.digest()
        const line = parsed(await bytes.line()) as TableHead | BackupEnd | undefined
        if (line && 'end' in line) {
          if (line.sha256 !== before || line.end.tables !== counted.tables || (await bytes.hasMore()))
            throw damaged(file)
          return undefined
        }
        if (!line || typeof line.table !== 'string' || !Array.isArray(line.columns)) throw damaged(file)
        counted.tables += 1
        return { ...line, rows: rowsOf(bytes, file) }
      },
    }
  } catch (error) {
    close()
    throw error
  }
}

const damaged = (file: string) =>
  new CannotStart(
    `${file} is not whole: it was cut off or has been altered. Nothing was changed; take another copy.`,
  )

function asHead(line: string, file: string): BackupHead {
  const head = parsed(line) as Partial<BackupHead> | undefined
  if (head?.heyet !== 'backup' || typeof head.version !== 'number')
    throw new CannotStart(`${file} is not a backup that \`npm run backup\` has written.`)
  if (head.version > backupVersion)
    throw new CannotStart(`${file} was written by a newer version of Heyet. Restore it with that one.`)
  if (![head.migrations, head.keys, head.sequences].every((part) => Array.isArray(part))) throw damaged(file)
  return head as BackupHead
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

async function* rowsOf(bytes: Bytes, file: string): AsyncGenerator<Buffer> {
  for (;;) {
    const line = await bytes.line()
    if (!/^\d{1,12}$/.test(line)) throw damaged(file)
    if (line === '0') return
    yield* bytes.take(Number(line))
  }
}

type Bytes = ReturnType<typeof openBytes>['bytes']

/** The unpacked bytes, taken as lines or by number, with the sum of all that has been taken. */
function openBytes(file: string) {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  source.pipe(unpacked)
  const pieces = unpacked[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>
  const hash = createHash('sha256')
  let rest: Buffer = Buffer.alloc(0)

  /** More bytes; false at the end. */
  async function fill(): Promise<boolean> {
    try {
      const next = await pieces.next()
      if (next.done) return false
      rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
      return true
    } catch (error) {
      throw explained(error, file)
    }
  }

  function cut(length: number): Buffer {
    const taken = rest.subarray(0, length)
    rest = rest.subarray(length)
    hash.update(taken)
    return taken
  }

  return {
    close: () => void (source.destroy(), unpacked.destroy()),
    bytes: {
      digest: () => hash.copy().digest('hex'),
      hasMore: async () => rest.length > 0 || (await fill()),
      async line(): Promise<string> {
        for (;;) {
          const end = rest.indexOf(10)
          if (end >= 0) return cut(end + 1).toString('utf8', 0, end)
          if (rest.length > longestLine || !(await fill())) throw damaged(file)
        }
      },
      async *take(length: number): AsyncGenerator<Buffer> {
        for (let wanted = length; wanted > 0;) {
          if (rest.length === 0 && !(await fill())) throw damaged(file)
          const taken = cut(Math.min(wanted, rest.length))
          wanted -= taken.length
          yield taken
        }
      },
    },
  }
}

function explained(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new CannotStart(`There is no file ${file}.`)
  if (code === 'EACCES') return new CannotStart(`This user may not read ${file}.`)
  if (code === 'EISDIR') return new CannotStart(`${file} is a folder.`)
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR' || code === 'Z_STREAM_ERROR') return damaged(file)
  return error
}
