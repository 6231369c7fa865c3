import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeSpreadsheet } from '../../src/platform/spreadsheets/index.ts'
import { asSheets } from '../../src/shared/tables/write-table.ts'
import { reaches } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { barcelona, excel } from '../support/spreadsheets.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let beside: postgres.Sql
beforeEach(async () => {
  world = await openWorld()
  beside = postgres(world.database.url, { max: 1, fetch_types: false, onnotice: () => {} })
})
afterEach(async () => {
  await beside.end()
  await world.close()
})

/** Every connection of the bot breaks, as when the database is restarted. */
const breakConnections = () =>
  beside`select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and datname = current_database()`

const processNumber = async () => {
  const [row] = await beside<{ number: string }[]>`select last_value as number from process_numbers`
  return Number(row?.number)
}

describe('the database goes away while answers are on their way', () => {
  test('an update that was claimed without our hearing of it is handled', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    await ayse.starts()
    const body = JSON.stringify({
      update_id: 9_000_001,
      message: {
        message_id: 99,
        date: 1,
        chat: { id: ayse.id, type: 'private', first_name: 'Ayşe' },
        from: { id: ayse.id, is_bot: false, first_name: 'Ayşe', language_code: 'tr' },
        text: '/trips',
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      },
    })
    await beside`insert into inbox (bot_id, update_id, lane, body, received_at, attempts, claimed_by)
      values (700, 9000001, ${ayse.id}, ${body}, now(), 1, ${await processNumber()})`
    await breakConnections()
    await until('it is handled', async () => {
      const rows = await beside`select 1 from inbox where update_id = 9000001 and done_at is not null`
      return rows.length === 1
    })
    await world.settle()
  }, 30_000)

  test('words that were committed without our hearing of it are said, once', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    await ayse.starts()
    const payload = JSON.stringify({ text: 'Kaybolmasın' })
    await beside`insert into outbox (chat_id, method, payload, claimed_by, created_at)
      values (${ayse.id}, 'sendMessage', ${payload}, ${await processNumber()}, now())`
    await breakConnections()
    await until('it is said', async () => ayse.texts.includes('Kaybolmasın'))
    await ayse.writes('/help')
    expect(ayse.texts.filter((text) => text === 'Kaybolmasın')).toHaveLength(1)
  }, 30_000)

  test('words that another process has taken over and said are not said again', async () => {
    const ayse = world.person('Ayşe Yılmaz')
    await ayse.starts()
    const { sender } = world.house.door
    const row = {
      id: 999_999_999,
      chatId: ayse.id,
      method: 'sendMessage',
      payload: JSON.stringify({ text: 'Zaten söylendi' }),
      priority: 0,
      screen: null,
      isFresh: false,
      fileId: null,
      about: null,
      isOnce: false,
    }
    sender.enqueue([row])
    await sender.idle()
    expect(ayse.texts).not.toContain('Zaten söylendi')
  })

  test('whoever is in the middle of an application goes on, and a file that is read meanwhile is read', async () => {
    await delegation(world)
    await firm(world)
    const zeynep = await world.coordinator('Zeynep Kaya', 'en')
    const ayse = world.person('Ayşe Yılmaz')
    await reaches(ayse, 'position')
    ayse.phone.type({ text: 'İhracat müdürü' })
    zeynep.phone.sendFile({
      kind: 'document',
      name: 'Barcelona.xlsx',
      mimeType: excel,
      bytes: await writeSpreadsheet(asSheets(barcelona())),
    })
    await breakConnections()
    await until('the answer is taken', () => ayse.last.includes('Cep telefonunuz?'))
    await until('the file is read', () => zeynep.last.includes('Preview of a new activity'), 40)
    expect(ayse.texts.filter((text) => text.includes('Cep telefonunuz?'))).toHaveLength(1)
  }, 60_000)
})
