import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { measureNothing } from '../../src/bot/measure.ts'
import { openHouse, type House } from '../../src/house.ts'
import { takeHold } from '../../src/platform/holder.ts'
import { openLog } from '../../src/platform/log.ts'
import { openSandbox, type Sandbox } from '../../src/sandbox/open-sandbox.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'
import { testKeys } from '../support/test-keys.ts'

let database: FreshDatabase
let sandbox: Sandbox
let house: House
let polling: ReturnType<House['door']['poll']>
let dataDir = ''
beforeEach(async () => {
  dataDir = mkdtempSync(`${tmpdir()}/heyet-furnish-`)
  database = await freshDatabase()
  sandbox = await openSandbox({ dataDir })
  house = await openHouse({
    databaseUrl: database.url,
    token: sandbox.token,
    apiRoot: sandbox.root,
    clock: sandbox.clock,
    log: openLog({ level: 'silent' }),
    measure: measureNothing,
    sendRate: 1000,
    defaultLanguage: 'tr',
    homeTimeZone: 'Europe/Istanbul',
    worksJobs: false,
    keys: testKeys('a'),
    onJob: () => {},
  })
  polling = house.door.poll()
})
afterEach(async () => {
  await polling.close()
  await house.close()
  await sandbox.close()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const firms = async () => (await house.database.sql`select 1 from firms`).length

test('a database that is not the sandbox’s is not filled', async () => {
  await expect(sandbox.furnish(house)).rejects.toThrow('not the sandbox’s')
  expect(await firms()).toBe(0)
})

test('a reset begins anew and keeps whose database it is; one of somebody else’s stays as it is', async () => {
  const { sql } = house.database
  await takeHold(sql, 'sandbox')
  const routes = await sandbox.furnish(house)
  const reset = () =>
    routes.request('http://127.0.0.1/sandbox/reset', { method: 'POST', headers: { host: '127.0.0.1' } })
  await sql`insert into firms (name, folded_name, country, cluster, created_at) select name || ' 2', folded_name, country, cluster, created_at from firms`
  const before = await firms()
  expect((await reset()).status).toBe(200)
  expect(await firms()).toBe(before / 2)
  expect(await sql`select holder from heyet_holder`).toEqual([{ holder: 'sandbox' }])

  await sql`update heyet_holder set holder = 'bot 700'`
  expect((await reset()).status).toBe(500)
  expect(await firms()).toBe(before / 2)
})
