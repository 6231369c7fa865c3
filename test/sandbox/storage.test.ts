import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTelegram } from '../../src/sandbox/telegram.ts'
import { token } from './support.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heyet-telegram-'))
})
afterEach(() => rm(folder, { recursive: true }))

const story = `
  import { createTelegram } from ${JSON.stringify(new URL('../../src/sandbox/telegram.ts', import.meta.url).href)}
  const telegram = createTelegram({ token: '${token}', username: 'heyet_bot', storage: process.argv[1] })
  telegram.moveClock(Temporal.Instant.from('2031-02-03T04:05:06Z'))
  const ayse = telegram.openPhone({ id: 7, firstName: 'Ayşe', phoneNumber: '1', label: 'Ayşe' })
  ayse.start({})
  ayse.sendFile({ kind: 'document', name: 'a.txt', mimeType: 'text/plain', bytes: new Uint8Array([1, 2, 3]) })
  const keyboard = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }
  telegram.call({ method: 'sendMessage', values: { chat_id: 7, text: 'Merhaba', reply_markup: keyboard } })
  telegram.call({ method: 'setMyCommands', values: { commands: [{ command: 'trips', description: 'Trips' }] } })
  void ayse.press({ messageId: 3, row: 0, column: 0 })
  await Promise.resolve()
  console.log(JSON.stringify(ayse.state()))
  setInterval(() => {}, 1000)
`

test('a process that is killed has lost nothing its phones have shown or sent', async () => {
  const storage = join(folder, 'telegram.sqlite')
  const child = spawn(process.execPath, ['--input-type=module', '-e', story, storage], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [shown] = (await once(child.stdout, 'data')) as [Buffer]
  child.kill('SIGKILL')
  await once(child, 'exit')

  const telegram = createTelegram({ token, username: 'heyet_bot', storage })
  expect(telegram.phone(7).state()).toEqual(JSON.parse(shown.toString()))
  expect(telegram.phone(7).state().spinning).toEqual([{ messageId: 3, data: 'a' }])
  const pending = telegram.pendingUpdates()
  expect(pending.map(({ message, callback_query: press }) => message?.message_id ?? press?.data)).toEqual([
    1,
    2,
    'a',
  ])
  expect(telegram.clock.now().toString()).toMatch(/^2031-02-03T04:05/)
  const fileId = pending[1]?.message?.document?.file_id ?? ''
  expect(telegram.file(fileId)).toMatchObject({ name: 'a.txt', bytes: new Uint8Array([1, 2, 3]) })
  telegram.phone(7).type({ text: 'next' })
  expect(telegram.pendingUpdates().at(-1)?.update_id).toBe((pending.at(-1)?.update_id ?? 0) + 1)
  telegram.close()
})

test('a reset empties it, and what the bot has set up stays', async () => {
  const storage = join(folder, 'telegram.sqlite')
  const before = createTelegram({ token, username: 'heyet_bot', storage })
  before.openPhone({ firstName: 'Ayşe', phoneNumber: '1', label: 'Ayşe' }).start({})
  await before.call({
    method: 'setMyCommands',
    values: { commands: [{ command: 'trips', description: 'Trips' }] },
  })
  before.reset()
  before.close()
  const after = createTelegram({ token, username: 'heyet_bot', storage })
  expect(after.phones()).toEqual([])
  expect(after.pendingUpdates()).toEqual([])
  const phone = after.openPhone({ firstName: 'Ayşe', phoneNumber: '1', label: 'Ayşe' })
  expect(phone.state().commands).toEqual([{ command: 'trips', description: 'Trips' }])
  after.close()
})
