import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { administer, onServer } from './global-setup.ts'

/** A migrated database that nobody else uses. */
export interface FreshDatabase {
  url: string
  /** Ends whoever is still connected, and removes it. */
  drop(): Promise<void>
}

/** Copies the migrated database; takes a few hundredths of a second. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = inject('templateDatabase')
  return newDatabase((name) => `create database ${name} template ${template} strategy file_copy`)
}

/** A database with nothing in it, for those who test how it is set up. */
export const emptyDatabase = (): Promise<FreshDatabase> => newDatabase((name) => `create database ${name}`)

async function newDatabase(creating: (name: string) => string): Promise<FreshDatabase> {
  const server = inject('databaseServer')
  const name = `heyet_test_${randomBytes(6).toString('hex')}`
  await administer(server, creating(name))
  return {
    url: onServer(server, name),
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  }
}
