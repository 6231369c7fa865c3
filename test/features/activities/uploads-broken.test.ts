import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../support/person.ts'
import { writeSpreadsheet } from '../../../src/platform/spreadsheets/index.ts'
import { asSheets } from '../../../src/shared/tables/write-table.ts'
import { barcelona, excel, sendsBook } from '../../support/spreadsheets.ts'
import { startBot } from '../../support/bot-process.ts'
import { tablesWith } from '../../support/search-database.ts'
import { until } from '../../support/until.ts'
import { openWorld, type World } from '../../support/world.ts'
import { sheetOf } from './workbook/books.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

const uploads = () =>
  world.house.database.query<Record<string, unknown>>('select state, content, file_name from uploads', [])
const lines = (event: string) => world.lines.filter((line) => line.includes(`"${event}"`))
const breaks = (table: string) => world.house.database.query(`alter table ${table} rename to away`, [])
const mends = (table: string) => world.house.database.query(`alter table away rename to ${table}`, [])

const barcelonaFile = async () =>
  ({
    kind: 'document',
    name: 'Barcelona.xlsx',
    mimeType: excel,
    bytes: await writeSpreadsheet(asSheets(barcelona())),
  }) as const

const firms = {
  sheets: [
    sheetOf('Firmalar', [
      ['firm', 'country'],
      ['Görünmez Makina', 'TR'],
    ]),
  ],
}

test('a file that cannot be read in three tries is given up kindly, with the id that is in the log', async () => {
  await breaks('activities')
  await sendsBook(zeynep, 'Gizli program.xlsx', barcelona())
  await mends('activities')
  expect(lines('job.failed')).toHaveLength(3)
  const [, id = '?'] = /code: (\w+)/.exec(zeynep.last) ?? []
  expect(zeynep.last).toContain('something went wrong while I was working on Gizli program.xlsx')
  expect(lines('upload.given-up').map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ errorId: id }),
  ])
  expect(await uploads()).toEqual([{ state: 'refused', content: null, file_name: null }])
  expect(await tablesWith(world, 'Gizli program')).toEqual([])

  await sendsBook(zeynep, 'Program.xlsx', barcelona())
  zeynep.sees('Preview of a new activity')
}, 40_000)

test('a file that Telegram does not hand out: she is told, and it is settled', async () => {
  const { telegram } = world
  telegram.faults.failNext('getFile', { kind: 'server-error' })
  telegram.faults.failNext('getFile', { kind: 'error', code: 400, description: 'Bad Request: wrong file_id' })
  await sendsBook(zeynep, 'Barcelona.xlsx', barcelona())
  expect(zeynep.last).toContain('I could not fetch Barcelona.xlsx from Telegram')
  expect(await uploads()).toEqual([{ state: 'refused', content: null, file_name: null }])
})

test('what fails once is tried again, and she sees only what came of it', async () => {
  await breaks('activities')
  zeynep.phone.sendFile(await barcelonaFile())
  await until('it failed', () => lines('job.failed').length === 1)
  await mends('activities')
  await world.settle()
  zeynep.sees('Preview of a new activity')
  zeynep.doesNotSee('something went wrong')
}, 30_000)

test('a firm list whose publishing loses the database is published a moment later, once', async () => {
  await sendsBook(zeynep, 'firmalar.xlsx', firms)
  await breaks('firm_invitations')
  zeynep.presses(zeynep.holds('Save')).catch(() => {})
  await until('it failed', () => lines('job.failed').length === 1)
  await mends('firm_invitations')
  await world.settle()
  zeynep.sees('1 firm saved. The list with its invitation link is below.')
  zeynep.doesNotSee('something went wrong')
  expect(await world.house.database.query('select 1 from firm_invitations', [])).toHaveLength(1)
}, 30_000)

test('a firm list that cannot be published in three tries is given up kindly, and nothing of it stays', async () => {
  await sendsBook(zeynep, 'firmalar.xlsx', firms)
  await breaks('firm_invitations')
  await zeynep.taps('Save')
  await mends('firm_invitations')
  zeynep.sees('something went wrong while I was working on firmalar.xlsx')
  expect(await tablesWith(world, 'Görünmez')).toEqual([])
}, 40_000)

test('a role that was taken away before the links are made is said at once', async () => {
  await sendsBook(zeynep, 'firmalar.xlsx', firms)
  await breaks('firm_invitations')
  zeynep.presses(zeynep.holds('Save')).catch(() => {})
  await until('it failed', () => lines('job.failed').length === 1)
  const [grant] = await world.house.rooms.people.roles.all()
  await world.house.rooms.people.roles.revoke(grant?.id ?? 0)
  await mends('firm_invitations')
  await world.settle()
  zeynep.sees('firmalar.xlsx')
  zeynep.sees('Only a member of the firm or a coordinator')
  zeynep.doesNotSee('something went wrong')
}, 30_000)

test('the process dies while it reads a file: another one reads it; dies each time: she is told', async () => {
  const { telegram, database } = world
  const beside = postgres(database.url, { max: 1, fetch_types: false })
  const isAsked = ({ method }: { method: string }) => method.toLowerCase() === 'getfile'
  await world.stops()
  for (const asked of [1, 2]) {
    const bot = await startBot({ databaseUrl: database.url, token: '700:story', apiRoot: telegram.root })
    telegram.faults.failNext('getFile', { kind: 'never-answer', isPerformed: false })
    zeynep.phone.sendFile(await barcelonaFile())
    await until('the file is asked for', () => world.calls.filter(isAsked).length === asked)
    await bot.kill()
  }
  await beside`update pgboss.job set retry_count = retry_limit
    where id = (select id from pgboss.job where state = 'active' order by created_on desc limit 1)`
  await beside.end()
  await world.starts()
  await until(
    'both are settled',
    async () => (await uploads()).every(({ state }) => state !== 'received'),
    40,
  )
  await world.settle()
  zeynep.sees('Preview of a new activity')
  zeynep.sees('something went wrong while I was working on Barcelona.xlsx')
}, 90_000)
