import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
let kemal: Person
beforeEach(async () => {
  world = await openWorld({ answerSeconds: 0.5 })
  await delegation(world)
  ayse = world.person('Ayşe Yılmaz')
  kemal = world.person('Kemal Er')
  await ayse.starts()
  await kemal.starts()
})
afterEach(() => world.close())

const bad = (description: string) =>
  ({ kind: 'error', code: 400, description: `Bad Request: ${description}` }) as const

const fail: World['telegram']['faults']['failNext'] = (...fault) => world.telegram.faults.failNext(...fault)
const count = (person: Person, words: string) => person.texts.filter((text) => text.includes(words)).length
const givenUp = () => world.lines.filter((line) => line.includes('"giveUp"'))

describe('Telegram says', () => {
  test('429: everybody waits as long as it asks, and nothing is lost', async () => {
    fail('sendMessage', { kind: 'too-many', retryAfterSeconds: 2 })
    const before = world.calls.length
    ayse.phone.type({ text: '/trips' })
    await until('the first call was made', () => world.calls.slice(before).some(isSend))
    kemal.phone.type({ text: '/trips' })
    await world.settle()
    const [first, ...others] = world.calls.slice(before).filter(isSend)
    expect(others).toHaveLength(2)
    for (const { receivedAt } of others) expect(receivedAt - (first?.receivedAt ?? 0)).toBeGreaterThan(1950)
    expect([count(ayse, 'Açık faaliyetler'), count(kemal, 'Açık faaliyetler')]).toEqual([1, 1])
  })

  test('500: the call is repeated, and others do not wait for it', async () => {
    fail('sendMessage', { kind: 'server-error' }, 2)
    ayse.phone.type({ text: '/trips' })
    await until('the first failure', () => world.lines.some((line) => line.includes('send.refused')))
    world.telegram.faults.clear()
    const startedAt = performance.now()
    kemal.phone.type({ text: '/trips' })
    await until('Kemal has his answer', () => count(kemal, 'Açık faaliyetler') === 1)
    expect(performance.now() - startedAt).toBeLessThan(900)
    await world.settle()
    expect(count(ayse, 'Açık faaliyetler')).toBe(1)
  })

  test('nothing, the connection breaks: a reply is sent once more, whether it had arrived or not', async () => {
    fail('sendMessage', { kind: 'drop', isPerformed: false })
    await ayse.writes('/trips')
    expect(count(ayse, 'Açık faaliyetler')).toBe(1)
    fail('sendMessage', { kind: 'drop', isPerformed: true })
    await kemal.writes('/trips')
    expect(count(kemal, 'Açık faaliyetler')).toBe(2)
    fail('sendMessage', { kind: 'drop', isPerformed: false }, 2)
    await kemal.writes('/help')
    expect(count(kemal, 'yardımcı olabilirim')).toBe(0)
    expect(givenUp()).toHaveLength(1)
    await kemal.writes('/help')
    expect(count(kemal, 'yardımcı olabilirim')).toBe(1)
  })

  test('nothing at all: the call is given up after its time, and made again', async () => {
    fail('sendMessage', { kind: 'never-answer', isPerformed: false })
    await ayse.writes('/trips')
    expect(count(ayse, 'Açık faaliyetler')).toBe(1)
    fail('editMessageText', { kind: 'never-answer', isPerformed: true })
    await ayse.taps('Barselona')
    expect(ayse.last).toContain('Ticaret heyeti')
    expect(count(ayse, 'Ticaret heyeti')).toBe(1)
  })

  test('the message to edit is gone: a new one says it', async () => {
    await ayse.writes('/trips')
    for (const description of ['message to edit not found', "message can't be edited"]) {
      const before = ayse.texts.length
      fail('editMessageText', bad(description))
      await ayse.taps('Barselona')
      expect(ayse.texts).toHaveLength(before + 1)
      expect(ayse.last).toContain('Ticaret heyeti')
      await ayse.taps('Tüm faaliyetler')
    }
  })

  test('that nothing changed, or that the tap is too old: no harm', async () => {
    await ayse.writes('/trips')
    const open = ayse.holds('Barselona')
    await ayse.presses(open)
    await ayse.presses(open)
    fail('answerCallbackQuery', bad('query is too old and response timeout expired or query ID is invalid'))
    ayse.phone.press({ messageId: open.messageId, row: 0, column: 0 }).catch(() => {})
    await world.settle()
    expect(world.lines.filter((line) => line.includes('send.refused'))).toEqual([])
  })

  test('that the markup is wrong: the words go out without it', async () => {
    fail('sendMessage', bad("can't parse entities: Unsupported start tag"))
    await ayse.writes('/help')
    expect(ayse.last).toContain('Size nasıl yardımcı olabilirim?')
    expect(ayse.last).not.toContain('<b>')
    expect(ayse.phone.state().messages.at(-1)?.entities ?? []).not.toContainEqual({ type: 'bold' })
  })

  test('something nobody knows: said in the log without a word of the message, and the next one goes out', async () => {
    fail('sendMessage', bad('MESSAGE_WEIRD'))
    await ayse.writes('/help')
    expect(givenUp()).toHaveLength(1)
    await ayse.writes('/trips')
    expect(ayse.last).toContain('Açık faaliyetler')
    expect(await world.house.database.sql`select 1 from outbox`).toHaveLength(0)
  })
})

const isSend = ({ method }: { method: string }) => method.toLowerCase() === 'sendmessage'
