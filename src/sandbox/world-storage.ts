import { DatabaseSync } from 'node:sqlite'

/** Where the world is written through to: one row per thing, and the bytes of files beside them. */
export interface WorldStorage {
  load(kind: string): [key: string, body: string][]
  /** Everything that one step changed, in one transaction; `null` takes a thing away. */
  write(changes: Iterable<[kind: string, key: string, body: string | null]>): void
  putBytes(key: string, bytes: Uint8Array): void
  bytes(key: string): Uint8Array | undefined
  clear(): void
  close(): void
}

/** A file of the sandbox. What is committed outlives a kill -9 of the process; only a power cut can lose it. */
export function sqliteStorage(path: string): WorldStorage {
  const database = new DatabaseSync(path)
  database.exec(`pragma journal_mode = wal; pragma synchronous = off; pragma busy_timeout = 2000;
    create table if not exists things (kind text, key text, body text, primary key (kind, key)) without rowid;
    create table if not exists bytes (key text primary key, body blob)`)
  const put = database.prepare('insert or replace into things (kind, key, body) values (?, ?, ?)')
  const remove = database.prepare('delete from things where kind = ? and key = ?')
  const read = database.prepare('select key, body from things where kind = ?')
  const putBytes = database.prepare('insert or replace into bytes (key, body) values (?, ?)')
  const readBytes = database.prepare('select body from bytes where key = ?')
  return {
    load: (kind) => read.all(kind).map((row) => [String(row['key']), String(row['body'])]),
    write(changes) {
      database.exec('begin')
      for (const [kind, key, body] of changes) {
        if (body === null) remove.run(kind, key)
        else put.run(kind, key, body)
      }
      database.exec('commit')
    },
    putBytes: (key, bytes) => void putBytes.run(key, bytes),
    bytes(key) {
      const body = readBytes.get(key)?.['body']
      return body instanceof Uint8Array ? body : undefined
    },
    clear: () => database.exec('delete from things; delete from bytes'),
    close: () => database.close(),
  }
}

/** One thing of a file that another process may be writing; nothing is changed in it. */
export function readThing(path: string, kind: string, key: string): string | undefined {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    database.exec('pragma busy_timeout = 2000')
    const body = database.prepare('select body from things where kind = ? and key = ?').get(kind, key)?.[
      'body'
    ]
    return body === undefined ? undefined : String(body)
  } finally {
    database.close()
  }
}

/** Nothing outlives the process. */
export function memoryStorage(): WorldStorage {
  const kept = new Map<string, Uint8Array>()
  return {
    load: () => [],
    write: () => {},
    putBytes: (key, bytes) => void kept.set(key, bytes),
    bytes: (key) => kept.get(key),
    clear: () => kept.clear(),
    close: () => {},
  }
}
