import { expect, test } from 'vitest'
import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import { bench, token } from './support.ts'

const it = bench()
const texts = (updates: { message?: { text?: string } }[]) => updates.map(({ message }) => message?.text)

test('an update comes until a higher offset confirms it', async () => {
  for (const text of ['a', 'b', 'c']) it.ayse.type({ text })
  const first = await it.api.getUpdates({ limit: 2 })
  expect(texts(first)).toEqual(['a', 'b'])
  expect(texts(await it.api.getUpdates())).toEqual(['a', 'b', 'c'])
  expect(texts(await it.api.getUpdates({ offset: (first[1]?.update_id ?? 0) + 1 }))).toEqual(['c'])
  expect(it.telegram.pendingUpdates()).toHaveLength(1)
  it.ayse.type({ text: 'd' })
  expect(texts(await it.api.getUpdates({ offset: -1 }))).toEqual(['d'])
  expect(it.telegram.pendingUpdates()).toHaveLength(1)
})

test('ids grow, and a redelivered update has its old one', async () => {
  it.ayse.type({ text: 'a' })
  it.ayse.type({ text: 'b' })
  const [a, b] = await it.updates()
  expect(b?.update_id).toBeGreaterThan(a?.update_id ?? Infinity)
  it.telegram.redeliver(2)
  expect(await it.api.getUpdates({ offset: (b?.update_id ?? 0) + 1 })).toEqual([a, b])
  expect(await it.api.getUpdates()).toEqual([])
})

test('a long poll waits for something to happen', async () => {
  const polled = it.api.getUpdates({ timeout: 50 })
  await it.api.getMe()
  it.ayse.type({ text: 'at last' })
  expect(texts(await polled)).toEqual(['at last'])
})

test('a second poller ends the older one', async () => {
  const older = it.refusal(it.api.getUpdates({ timeout: 50 }))
  await it.api.getMe()
  const newer = it.api.getUpdates({ timeout: 50 })
  expect(await older).toBe(
    '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  )
  it.ayse.type({ text: 'x' })
  expect(texts(await newer)).toEqual(['x'])
})

test('a poll that its client has given up takes nothing with it', async () => {
  const controller = new AbortController()
  const given = it.api.getUpdates({ timeout: 50 }, controller.signal as never).catch(() => 'given up')
  await it.api.getMe()
  controller.abort()
  expect(await given).toBe('given up')
  await it.api.getMe()
  it.ayse.type({ text: 'x' })
  expect(texts(await it.api.getUpdates())).toEqual(['x'])
})

test('the kinds wanted are remembered, and an empty list means the usual ones', async () => {
  await it.api.getUpdates({ allowed_updates: ['callback_query'] })
  it.ayse.type({ text: 'unwanted' })
  expect(await it.api.getUpdates()).toEqual([])
  await it.api.getUpdates({ allowed_updates: [] })
  it.ayse.type({ text: 'wanted' })
  expect(texts(await it.api.getUpdates())).toEqual(['wanted'])
})

test('a poll ends empty when its time is over', async () => {
  const scheduled: [milliseconds: number, run: () => void][] = []
  const telegram = await startTelegramServer({
    token,
    username: 'heyet_bot',
    port: 0,
    schedule(milliseconds, run) {
      scheduled.push([milliseconds, run])
      return () => {}
    },
  })
  const answer = telegram.call({ method: 'getUpdates', values: { timeout: 70 } })
  expect(scheduled.map(([milliseconds]) => milliseconds)).toEqual([50_000])
  scheduled.forEach(([, run]) => run())
  expect(await answer).toEqual({ ok: true, result: [] })
  await telegram.stop()
})
