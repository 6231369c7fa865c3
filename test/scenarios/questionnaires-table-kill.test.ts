import { afterEach, beforeEach, expect, test } from 'vitest'
import { startBot } from '../support/bot-process.ts'
import { publishes } from '../support/forms.ts'
import { answersHeldBack } from '../support/held-back.ts'
import { filesOf } from '../support/spreadsheets.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test(
  'killed (-9) in the middle of a table: another process makes it, once',
  { timeout: 120_000 },
  async () => {
    await publishes(world, {
      survey: [{ type: 'text', name: 'opinion', label: 'Ne dersiniz?' }],
      settings: { form_id: 'fairs', form_title: 'Fairs' },
    })
    const ayse = world.person('Ayşe Yılmaz')
    await ayse.starts('q_fairs')
    await ayse.writes('bir')
    await ayse.taps('Gönder')
    const zeynep = await world.coordinator('Zeynep Kaya', 'en')
    await world.stops()

    const { database, telegram } = world
    const bot = await startBot({ databaseUrl: database.url, token: '700:story', apiRoot: telegram.root })
    const letGo = await answersHeldBack(world)
    await telegram.forgePress({ userId: zeynep.id, messageId: zeynep.shown('').id, data: 'q.table:1' })
    await until('the message about the table', () => zeynep.buttons.includes('✋ Stop'))
    await bot.kill()
    await letGo()
    await world.starts()
    await until('the table', () => filesOf(zeynep).length > 0, 60)
    await world.settle()
    expect(filesOf(zeynep)).toHaveLength(1)
    zeynep.sees('The table with 1 response is below.')
  },
)
