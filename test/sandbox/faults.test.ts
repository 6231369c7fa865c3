import { HttpError } from 'grammy'
import { expect, test } from 'vitest'
import { bench, token } from './support.ts'

const it = bench({ limits: { isEnforced: false } })
const write = () => it.api.sendMessage(it.ayse.userId, 'x')
const count = () => it.ayse.state().messages.filter(({ from }) => from === 'bot').length

test('30 messages a second, then 429 with the seconds to wait', async () => {
  it.telegram.limits.isEnforced = true
  const people = Array.from({ length: 31 }, (_, index) =>
    it.telegram.openPhone({ firstName: `P${index}`, phoneNumber: '1', label: '' }),
  )
  people.forEach((person) => person.start({}))
  const answers = await Promise.all(
    people.map(({ userId }) => it.post('sendMessage', { chat_id: userId, text: 'x' })),
  )
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.map(({ body }) => body)).toEqual([
    {
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    },
  ])
})

test('one chat takes a burst and then one a second, edits included; answers and deletions are free', async () => {
  it.telegram.limits.isEnforced = true
  const { message_id } = await write()
  for (let edit = 0; edit < 5; edit++) await it.api.editMessageText(it.ayse.userId, message_id, `y${edit}`)
  expect(await it.refusal(write())).toBe('429 Too Many Requests: retry after 1')
  const again = await fetch(`${it.telegram.root}/bot${token}/editMessageText`, {
    method: 'POST',
    body: new URLSearchParams({ chat_id: String(it.ayse.userId), message_id: String(message_id), text: 'z' }),
  })
  expect([again.status, again.headers.get('retry-after')]).toEqual([429, '1'])
  expect(await it.refusal(it.api.deleteMessage(it.ayse.userId, message_id))).toBe('not refused')
})

test('20 messages a minute for a group', async () => {
  const group = it.telegram.openGroup({ title: 'Team' })
  group.add(it.ayse.userId)
  group.addBot(it.ayse.userId)
  Object.assign(it.telegram.limits, { isEnforced: true, chatBurst: 100 })
  for (let message = 0; message < 20; message++) await it.api.sendMessage(group.id, 'x')
  expect(await it.refusal(it.api.sendMessage(group.id, 'x'))).toMatch(
    /^429 Too Many Requests: retry after (60|59)$/,
  )
})

test('the next calls fail as they are told to', async () => {
  const { faults } = it.telegram
  faults.failNext('sendMessage', {
    kind: 'error',
    code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  faults.failNext('sendMessage', { kind: 'too-many', retryAfterSeconds: 7 })
  faults.failNext('*', { kind: 'server-error' })
  expect(await it.refusal(write())).toBe('403 Forbidden: bot was blocked by the user')
  expect(await it.refusal(write())).toBe('429 Too Many Requests: retry after 7')
  expect(await it.refusal(write())).toBe('500 Internal Server Error')
  expect(await it.refusal(write())).toBe('not refused')
  expect(count()).toBe(1)
})

test('a connection drops, with the message sent or not', async () => {
  it.telegram.faults.failNext('sendMessage', { kind: 'drop', isPerformed: false })
  await expect(write()).rejects.toBeInstanceOf(HttpError)
  expect(count()).toBe(0)
  it.telegram.faults.failNext('sendMessage', { kind: 'drop', isPerformed: true })
  await expect(write()).rejects.toBeInstanceOf(HttpError)
  expect(count()).toBe(1)
})

test('a call is accepted and never answered', async () => {
  it.telegram.faults.failNext('sendMessage', { kind: 'never-answer', isPerformed: true })
  const seen = Promise.withResolvers<void>()
  it.telegram.subscribe((event) => event.kind === 'answered' && seen.resolve())
  const controller = new AbortController()
  const given = it.api
    .sendMessage(it.ayse.userId, 'x', {}, controller.signal as never)
    .catch(() => 'given up')
  await seen.promise
  controller.abort()
  expect(await given).toBe('given up')
  expect(count()).toBe(1)
})

test('answers come late when they are told to', async () => {
  it.telegram.faults.delayAnswers(30)
  const startedAt = performance.now()
  await write()
  expect(performance.now() - startedAt).toBeGreaterThan(28)
})
