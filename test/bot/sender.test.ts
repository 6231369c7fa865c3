import { pino } from 'pino'
import { GrammyError } from 'grammy'
import { expect, test } from 'vitest'
import type { Completed, OutboxRow } from '../../src/bot/data/outbox-rows.ts'
import type { Leave } from '../../src/bot/data/own-pace.ts'
import type { WantedPlace } from '../../src/bot/data/pace-rows.ts'
import { sender, type PerformCall } from '../../src/bot/sending/sender.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { NoAnswer } from '../../src/bot/sending/transport.ts'
import { until } from '../support/until.ts'

const row = (id: number, chatId = 7): OutboxRow => ({
  id,
  chatId,
  method: 'sendMessage',
  payload: '{}',
  priority: 0,
  screen: null,
  isFresh: false,
  fileId: null,
  about: null,
  isOnce: false,
})

const leave: Leave = (call) => call()
const granted = { screenMessageId: null, pinnedMessageId: null, leave, isGone: false }

/** A sender whose outbox is an array: no call of a chat is granted while an earlier one is owed, as in the database. */
function bench(perform: PerformCall = async () => 1) {
  const owed: OutboxRow[] = []
  const said: number[] = []
  const givenUp: string[] = []
  const fates: string[] = []
  const unreachable: { fail: number } = { fail: 0 }
  /** As `outbox.turn` has it. */
  const turn = ({ id, isOnce, priority }: OutboxRow) => (isOnce ? priority : 0) * 1_000_000 + id
  const isFirst = ({ chatId, outboxId }: WantedPlace) =>
    owed.filter((other) => other.chatId === chatId).toSorted((one, other) => turn(one) - turn(other))[0]
      ?.id === outboxId
  const remove = (isGone: (other: OutboxRow) => boolean) =>
    owed.splice(0, owed.length, ...owed.filter((other) => !isGone(other)))
  const opened = sender({
    clock: systemClock,
    log: pino({ level: 'silent' }),
    processNumber: () => 1,
    rows: {
      complete: async (completed: readonly Completed[]) =>
        void remove(({ id }) => completed.some(({ row: done }) => done.id === id)),
      hasNotLeft: async () => {},
    },
    endDeliveries: async (ended) => {
      fates.push(...ended.map(({ row: { id }, fate }) => `${id} ${fate}`))
      remove(({ id }) => ended.some(({ row: done }) => done.id === id))
    },
    paces: {
      take: async (wanted: readonly WantedPlace[]) => ({
        places: wanted.filter(isFirst).map(({ outboxId }) => ({ ...granted, outboxId })),
      }),
      pause: async () => {},
    },
    async perform(called, stands) {
      const answer = await perform(called, stands)
      said.push(called.id)
      return answer
    },
    async onUnreachable(chatId, upTo) {
      if ((unreachable.fail -= 1) >= 0) throw new Error('the database is away')
      remove((other) => other.chatId === chatId && other.id <= upTo)
    },
    onGivenUp: async (about) => void givenUp.push(about),
    onMigrated: async () => {},
    count: () => {},
  })
  return { opened, owed, said, givenUp, unreachable, fates }
}

test('what a dead process owed goes before what this one owes to the same chat', async () => {
  const { opened, owed, said } = bench()
  owed.push(row(1), row(2), row(3))
  opened.enqueue([row(3)])
  opened.enqueue([row(1), row(2)])
  await until('all is said', () => opened.isIdle)
  expect(said).toEqual([1, 2, 3])
})

test('a call that is enqueued twice is made once', async () => {
  const { opened, owed, said } = bench()
  owed.push(row(1), row(2))
  opened.enqueue([row(1), row(2)])
  opened.enqueue([row(1), row(2)])
  await until('all is said', () => opened.isIdle)
  expect(said).toEqual([1, 2])
})

test('a chat that has to wait long does not make another one wait', async () => {
  const slow = new GrammyError(
    'Too Many Requests',
    {
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 30',
      parameters: { retry_after: 30 },
    },
    'sendMessage',
    {},
  )
  const { opened, owed, said } = bench(async ({ chatId }) => {
    if (chatId === 8) throw slow
    return 1
  })
  owed.push(row(1, 7), row(2, 7), row(3, 8))
  // An earlier call of chat 7, in the hands of another process: ours looks again every few milliseconds.
  opened.enqueue([row(2, 7), row(3, 8)])
  await until('chat 8 has been refused', () => !opened.isIdle && said.length === 0)
  owed.splice(0, 1)
  await until('chat 7 got its message', () => said.includes(2), 2)
  await opened.close()
})

test('a chat goes on after the database was away at the wrong moment', { timeout: 15_000 }, async () => {
  const blocked = new GrammyError(
    'Forbidden',
    { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' },
    'sendMessage',
    {},
  )
  let isBlocked = true
  const { opened, owed, said, unreachable } = bench(async () => {
    if (isBlocked) throw blocked
    return 1
  })
  unreachable.fail = 1
  owed.push(row(1))
  opened.enqueue([row(1)])
  await until('it was refused', () => unreachable.fail === 0)
  isBlocked = false
  await until('it was said', () => said.includes(1))
  expect(owed).toEqual([])
})

const failing = () =>
  new GrammyError(
    'Internal Server Error',
    { ok: false, error_code: 500, description: 'Internal Server Error' },
    'sendMessage',
    {},
  )

test('an outage: a reply whose fate is unknown is sent once more, whatever Telegram failed at before', async () => {
  const answers = [failing(), new NoAnswer('sendMessage', 'ECONNRESET', false), undefined]
  const { opened, owed, said } = bench(async () => {
    const answer = answers.shift()
    if (answer) throw answer
    return 1
  })
  owed.push(row(1))
  opened.enqueue([row(1)])
  await until('it is said', () => opened.isIdle)
  expect(said).toEqual([1])
})

test('a reply whose fate is unknown is sent once more and no oftener, however the tries between end', async () => {
  const lost = () => new NoAnswer('sendMessage', 'ECONNRESET', false)
  const answers = [lost(), failing(), lost()]
  let calls = 0
  const { opened, owed, said } = bench(async () => {
    calls += 1
    throw answers.shift() ?? failing()
  })
  owed.push(row(1))
  opened.enqueue([row(1)])
  await until('it is given up', () => opened.isIdle)
  expect([calls, said]).toEqual([3, []])
})

test('the end does not wait for an answer that never comes, and the call stays owed', async () => {
  let calls = 0
  const { opened, owed } = bench(() => {
    calls += 1
    return new Promise(() => {})
  })
  owed.push(row(1))
  opened.enqueue([row(1)])
  await until('it is under way', () => calls === 1)
  const startedAt = performance.now()
  await opened.close()
  expect(performance.now() - startedAt).toBeLessThan(6_000)
  expect(owed).toHaveLength(1)
})

test('tries that never reached Telegram do not use up the one repetition of what may have', async () => {
  const answers = [
    new NoAnswer('sendMessage', 'ECONNREFUSED', true),
    new NoAnswer('sendMessage', 'ECONNRESET', false),
    undefined,
  ]
  const { opened, owed, said } = bench(async () => {
    const answer = answers.shift()
    if (answer) throw answer
    return 1
  })
  owed.push(row(1))
  opened.enqueue([row(1)])
  await until('it is said', () => opened.isIdle)
  expect(said).toEqual([1])
})

const refusal = (code: number, description: string) =>
  new GrammyError(description, { ok: false, error_code: code, description }, 'sendMessage', {})

test.each([
  [401, 'Unauthorized'],
  [404, 'Not Found'],
])(
  'a token that is refused with %i costs no try: what is owed waits for another one',
  async (code, words) => {
    const answers = [failing(), refusal(code, words), undefined]
    const { opened, owed, said, givenUp } = bench(async () => {
      const answer = answers.shift()
      if (answer) throw answer
      return 1
    })
    owed.push({ ...row(1), about: 'application:1' })
    opened.enqueue([...owed])
    await until('it is said', () => opened.isIdle, 20)
    expect([said, givenUp]).toEqual([[1], []])
  },
)

test('what Telegram refuses for good is told to whoever thinks that it was said', async () => {
  const { opened, owed, said, givenUp } = bench(async ({ id }) => {
    if (id === 1) throw refusal(400, 'Bad Request: message is too long')
    return id
  })
  owed.push({ ...row(1), about: 'application:1' }, row(2))
  opened.enqueue([...owed])
  await until('all is over', () => opened.isIdle)
  expect([said, givenUp]).toEqual([[2], ['application:1']])
})

const delivery = (id: number, priority = 2, chatId = 7): OutboxRow => ({
  ...row(id, chatId),
  ...{ priority, isOnce: true, about: `letter ${id}` },
})

test('a delivery that was never sent is made again; one of unknown fate is not', async () => {
  const answers = [
    new NoAnswer('sendMessage', 'ECONNREFUSED', true),
    new NoAnswer('sendMessage', 'ECONNRESET', false),
  ]
  const { opened, owed, fates } = bench(async () => {
    const answer = answers.shift()
    if (answer) throw answer
    return 1
  })
  owed.push(delivery(1))
  opened.enqueue([...owed])
  await until('it has its fate', () => opened.isIdle)
  expect([fates, owed, answers]).toEqual([['1 inDoubt'], [], []])
})

test('a delivery that is under way here is not in doubt because the database knows that it has left', async () => {
  const answer = Promise.withResolvers<number>()
  let calls = 0
  const { opened, owed, fates } = bench(() => {
    calls += 1
    return answer.promise
  })
  owed.push(delivery(1))
  opened.enqueue([...owed])
  await until('it is under way', () => calls === 1)
  opened.enqueue([{ ...delivery(1), hasLeft: true }])
  answer.resolve(5)
  await until('it has its fate', () => opened.isIdle)
  expect([fates, calls]).toEqual([['1 sent'], 1])
})

test('what a dead process may have sent is in doubt, and what waits behind it goes on', async () => {
  const { opened, owed, said, fates } = bench()
  owed.push({ ...delivery(1), hasLeft: true }, delivery(2))
  opened.enqueue([...owed])
  await until('all is over', () => opened.isIdle)
  expect([said, fates]).toEqual([[2], ['1 inDoubt', '2 sent']])
})

test('in a chat replies go before deliveries, and these by their urgency', async () => {
  const { opened, owed, said } = bench()
  const rows = [delivery(1, 3), delivery(2, 2), row(3), delivery(4, 1), row(5)]
  owed.push(...rows)
  opened.enqueue(rows)
  await until('all is said', () => opened.isIdle)
  expect(said).toEqual([3, 5, 4, 2, 1])
})
