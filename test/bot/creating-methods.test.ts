import { expect, test } from 'vitest'
import { createsMessage } from '../../src/bot/sending/creating-methods.ts'
import type { OutboxRow } from '../../src/bot/data/outbox-rows.ts'
import { judge } from '../../src/bot/sending/judge-answer.ts'
import { NoAnswer } from '../../src/bot/sending/transport.ts'
import { hasBotApiSchema, schemaMethods } from '../support/bot-api-schema.ts'

/** Change or fetch a message that is there, or leave it to a person to send one. */
const others = /^(edit|get|set|stop|answer|save|post|repost|approve)/
/** Telegram says only that it has done it. */
const silent = ['sendGift']

test.runIf(hasBotApiSchema)('every method that creates a message is known as one, and no other', () => {
  const creating = Object.entries(schemaMethods)
    .filter(
      ([name, { returns }]) => !others.test(name) && returns.some((type) => /\bMessage(Id)?$/.test(type)),
    )
    .map(([name]) => name)
  expect(creating).toEqual(
    expect.arrayContaining([
      'sendMessage',
      'sendMediaGroup',
      'copyMessage',
      'copyMessages',
      'forwardMessages',
    ]),
  )
  expect(Object.keys(schemaMethods).filter(createsMessage).toSorted()).toEqual(
    [...creating, ...silent].toSorted(),
  )
})

test.each(['sendMessage', 'copyMessage', 'copyMessages', 'forwardMessage', 'forwardMessages'])(
  'a %s of unknown fate is made once more, and not again',
  (method) => {
    const row = { method, payload: '{}', isFresh: false } as OutboxRow
    const lost = new NoAnswer(method, 'UND_ERR_SOCKET', false)
    expect(judge(lost, row, { unknown: 0, failed: 0 }).kind).toBe('again')
    expect(judge(lost, row, { unknown: 1, failed: 0 }).kind).toBe('giveUp')
  },
)
