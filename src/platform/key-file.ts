import { createHmac, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { CannotStart } from './cannot-start.ts'
import { readFieldKeys, type FieldKey } from './config/field-keys.ts'
import type { Secret } from './config/secret.ts'
import { keyRing, type KeyRing } from './crypto.ts'

export interface KeyRingOptions {
  /** `FIELD_KEYS`; without it the keys are kept in DATA_DIR and made at the first start. */
  fieldKeys: Secret | undefined
  dataDir: string
  /** Says to the person at the keyboard that keys have been made and must be kept. */
  tell?: (sentence: string) => void
}

export interface FittingKeyRing extends KeyRing {
  /** Refuses to start when data have been encrypted by a key that this ring lacks; else notes the newest key down. */
  mustFit(sql: postgres.Sql): Promise<void>
}

export const keyFileOf = (dataDir: string): string => join(dataDir, 'field-keys')

/** The key ring of this installation: from `FIELD_KEYS`, else from DATA_DIR, where it is made once. */
export function openKeyRing({ fieldKeys, dataDir, tell }: KeyRingOptions): FittingKeyRing {
  const file = keyFileOf(dataDir)
  const isNew = !fieldKeys && !existsSync(file)
  if (isNew) makeKeyFile(file)
  const keys = readFieldKeys(fieldKeys?.reveal() ?? readKeyFile(file))
  if (!keys)
    throw new CannotStart(`The keys in ${file} cannot be read. Put the copy you kept of that file back.`)
  const ring = keyRing(keys)
  return {
    ...ring,
    async mustFit(sql) {
      const misfit = await findMisfit(sql, ring)
      if (misfit && isNew) rmSync(file, { force: true })
      if (misfit) throw new CannotStart(tellMisfit(misfit, fieldKeys ? undefined : file))
      await noteDown(sql, ring.newest)
      if (isNew)
        tell?.(
          `The keys of sensitive answers were made in ${file}. Keep a copy of it: without it they are lost.`,
        )
    },
  }
}

/** What recognises a key without giving it away. */
const fingerprintOf = ({ key }: FieldKey): string =>
  createHmac('sha256', key).update('heyet key check').digest('hex').slice(0, 32)

/** What recognises a key that has encrypted data. */
export interface FieldKeyCheck {
  readonly id: string
  readonly fingerprint: string
}

/** The keys with which data of this database have been sealed. */
export async function readKeyChecks(sql: postgres.ISql): Promise<FieldKeyCheck[]> {
  return [
    ...(await sql<FieldKeyCheck[]>`select key_id as id, fingerprint from field_key_checks order by key_id`),
  ]
}

/** The id of a key that has encrypted data and is not in the ring, or is another one under the same id. */
export const findMisfit = async (sql: postgres.ISql, ring: KeyRing): Promise<string | undefined> =>
  misfitAmong(await readKeyChecks(sql), ring)

/** The same of checks that have been read elsewhere. */
export function misfitAmong(checks: readonly FieldKeyCheck[], ring: KeyRing): string | undefined {
  const known = new Map(ring.keys.map((key) => [key.id, fingerprintOf(key)]))
  return checks.find(({ id, fingerprint }) => known.get(id) !== fingerprint)?.id
}

async function noteDown(sql: postgres.Sql, newest: FieldKey): Promise<void> {
  await sql`insert into field_key_checks (key_id, fingerprint) values (${newest.id}, ${fingerprintOf(newest)})
    on conflict (key_id) do nothing`
}

/** Nothing is sealed with this key any more: whoever starts need not have it. */
export const forgetKey = (sql: postgres.ISql, id: string) =>
  sql`delete from field_key_checks where key_id = ${id}`

function tellMisfit(id: string, file: string | undefined): string {
  const where = file ? `in ${file}` : 'in FIELD_KEYS'
  return (
    `The key "${id}", which has encrypted data in this database, is missing ${where} or is another one. ` +
    (file
      ? `Put the copy you kept of ${file} back.`
      : 'Add it to FIELD_KEYS, after the key that is to encrypt.')
  )
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new CannotStart(
      `The keys in ${file} cannot be read (${code}). Start Heyet as the user who owns that file.`,
    )
  }
}

/** Whole and on the disk before it gets its name; of two processes one makes it and both read it. */
function makeKeyFile(file: string): void {
  const unfinished = `${file}.${process.pid}`
  const id = `k${randomBytes(3).toString('hex')}`
  try {
    rmSync(unfinished, { force: true })
    const opened = openSync(unfinished, 'wx', 0o600)
    writeSync(opened, `${id}:${randomBytes(32).toString('base64')}\n`)
    fsyncSync(opened)
    closeSync(opened)
    linkSync(unfinished, file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    if (code !== 'EEXIST') throw new CannotStart(`The keys could not be written to ${file} (${code}).`)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
