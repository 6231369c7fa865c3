import type { FieldKeyCheck } from '../key-file.ts'
import type { Holder } from '../holder.ts'

/**
 * A backup is a gzip of lines and rows: the head as a line of JSON; for each table a line of JSON and its rows as COPY
 * writes them, in blocks that each begin with a line that says how many bytes follow, up to a block of 0; at last the end
 * as a line of JSON, with the SHA-256 of everything before it.
 */
export interface BackupHead {
  readonly heyet: 'backup'
  /** The version of this layout. */
  readonly version: number
  readonly madeAt: string
  /** No bot ran on the database meanwhile. */
  readonly isAtRest: boolean
  /** To whom the database belonged. */
  readonly holder: Holder | null
  /** The migrations it had had, in order. */
  readonly migrations: readonly string[]
  /** What recognises the keys with which data have been sealed. */
  readonly keys: readonly FieldKeyCheck[]
  readonly sequences: readonly SequenceState[]
}

export interface SequenceState {
  readonly name: string
  readonly last: string
  readonly isCalled: boolean
}

export interface TableHead {
  readonly table: string
  readonly columns: readonly string[]
}

export interface BackupEnd {
  readonly end: Counted
  readonly sha256: string
}

export interface Counted {
  readonly tables: number
  readonly rows: number
}

export const backupVersion = 1

/** The table of jobs that wait: those of the queue (ids only), which makes its own tables anew at the next start. */
export const waitingJobs: TableHead = { table: 'heyet_waiting_jobs', columns: ['name', 'ids'] }

export const asLine = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)

/** The settings that say how values are written; the same while writing and reading. */
export const plainValues = `
  set client_encoding = 'UTF8'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set bytea_output = 'hex'; set extra_float_digits = 1; set standard_conforming_strings = on`

/** Copying takes as long as it takes, whatever the role has been given. */
export const noTimeLimits = `select set_config(name, '0', false) from pg_settings
  where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`
