import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '../../src/platform/migrate.ts'

/** The PostgreSQL of a benchmark: our own in a folder of its own, or the one of DATABASE_URL. */
export interface Server {
  /** A migrated database that nobody else uses. */
  freshDatabase(): Promise<BenchDatabase>
  close(): Promise<void>
}

export interface BenchDatabase {
  url: string
  /** Bytes of write-ahead log written so far, by the whole server. */
  walBytes(): Promise<number>
  /** Milliseconds of CPU of the server's living processes; `undefined` when it runs on another computer. */
  cpuMs(): Promise<number | undefined>
  drop(): Promise<void>
}

export async function openServer(): Promise<Server> {
  const opened = await reach()
  const admin = postgres(opened.url, { max: 1, onnotice: () => {} })
  let made = 0
  return {
    async freshDatabase() {
      const name = `heyet_bench_${process.pid}_${(made += 1)}`
      await admin.unsafe(`create database ${name}`)
      const url = new URL(opened.url)
      url.pathname = `/${name}`
      await migrate(url.toString())
      return {
        url: url.toString(),
        async walBytes() {
          const [row] = await admin<{ bytes: string }[]>`select pg_current_wal_lsn() - '0/0'::pg_lsn as bytes`
          return Number(row?.bytes)
        },
        async cpuMs() {
          const rows = await admin<{ pid: number }[]>`select pid from pg_stat_activity`
          return sumCpu(rows.map(({ pid }) => pid))
        },
        drop: async () => void (await admin.unsafe(`drop database if exists ${name} with (force)`)),
      }
    },
    async close() {
      await admin.end({ timeout: 2 })
      await opened.stop()
    },
  }
}

async function reach(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, stop: async () => {} }
  const { openEmbeddedPostgres } = await import('../../src/platform/embedded-postgres/index.ts')
  const dataDir = mkdtempSync(join(tmpdir(), 'heyet-bench-'))
  const server = await openEmbeddedPostgres({ dataDir })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(server.folder, { recursive: true, force: true })
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** As /proc says it, in ticks of 10 ms. */
function sumCpu(pids: readonly number[]): number | undefined {
  try {
    return pids.reduce((sum, pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return sum + (Number(fields[11]) + Number(fields[12])) * 10
    }, 0)
  } catch {
    return undefined
  }
}
