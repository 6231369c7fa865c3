import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/platform/database.ts'
import { startBot } from '../support/bot-process.ts'
import { publishes } from '../support/forms.ts'
import { answersHeldBack } from '../support/held-back.ts'
import type { Person } from '../support/person.ts'
import { filesOf } from '../support/spreadsheets.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let zeynep: Person
beforeEach(async () => {
  world = await openWorld()
  await publishes(world, {
    survey: [{ type: 'integer', name: 'employees', label: 'Çalışan sayısı?' }],
    settings: { form_id: 'fairs', form_title: 'Fairs' },
  })
  for (const [name, count] of [
    ['Ayşe Yılmaz', '12'],
    ['Berk Can', '40'],
  ] as const) {
    const somebody = world.person(name)
    await somebody.starts('q_fairs')
    await somebody.writes(count)
    await somebody.taps('Gönder')
  }
  zeynep = await world.coordinator('Zeynep Kaya', 'en')
})
afterEach(() => world.close())

/** A bot that is killed (-9) while it works on what a button has ordered; another process goes on with it. */
async function killedAfter(data: string): Promise<void> {
  await world.stops()
  const { database, telegram } = world
  const bot = await startBot({ databaseUrl: database.url, token: '700:story', apiRoot: telegram.root })
  const letGo = await answersHeldBack(world)
  await telegram.forgePress({ userId: zeynep.id, messageId: zeynep.shown('').id, data })
  const watching = openDatabase({ url: database.url })
  const working = () => watching.query(`select id from pgboss.job where state = 'active'`, [])
  await until('somebody works on it', async () => (await working()).length > 0)
  await watching.close()
  await bot.kill()
  await letGo()
  await world.starts()
}

test(
  'killed (-9) in the middle of a table: another process makes it, once',
  { timeout: 120_000 },
  async () => {
    await killedAfter('q.table:1')
    await until('the table', () => filesOf(zeynep).length > 0, 60)
    await world.settle()
    expect(filesOf(zeynep)).toHaveLength(1)
    zeynep.sees('The table with 2 responses is below.')
  },
)

test(
  'killed (-9) in the middle of a picture: another process draws it, once',
  { timeout: 120_000 },
  async () => {
    await killedAfter('q.sumpic:1:0')
    const pictures = () => zeynep.phone.state().messages.filter(({ caption }) => caption !== undefined)
    await until('the picture', () => pictures().length > 0, 60)
    await world.settle()
    expect(pictures()).toHaveLength(1)
  },
)
