import { GrammyError } from 'grammy'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { CannotStart } from '../../src/platform/cannot-start.ts'
import { explainError } from '../../src/platform/describe-error.ts'
import { openLog } from '../../src/platform/log.ts'
import { freshDatabase } from '../support/postgres.ts'

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = []
  write(openLog({ level: 'debug', to: { write: (line: string) => void lines.push(line) } }))
  return lines.join('')
}

interface Line {
  level: string
  msg: string
  err?: { type: string; code?: string | number; constraint?: string; stack: string[] }
}

const parsed = (text: string) => JSON.parse(text) as Line

test('an event is a line of JSON with its level, its time and ids', () => {
  const line = parsed(logged((log) => log.info({ update: 7 }, 'update.handled')))
  expect(line).toMatchObject({ level: 'info', msg: 'update.handled', update: 7 })
})

test('an error of the database is its code, constraint and place, not the row', async () => {
  const database = await freshDatabase()
  const sql = postgres(database.url, { max: 1 })
  await sql`create table people_of_test (phone text constraint phone_once unique)`
  await sql`insert into people_of_test values (${'+905321234567'})`
  const error: unknown = await sql`insert into people_of_test values (${'+905321234567'})`.catch(
    (thrown: unknown) => thrown,
  )
  await sql.end()
  await database.drop()
  const text = logged((log) => log.error({ err: error }, 'update.failed'))
  expect(text).not.toContain('5321234567')
  expect(parsed(text).err).toMatchObject({ type: 'PostgresError', code: '23505', constraint: 'phone_once' })
  expect(parsed(text).err?.stack.length).toBeGreaterThan(0)
})

test('an error of Telegram says method and code, and nothing of what was sent', () => {
  const refused = { ok: false as const, error_code: 400, description: 'Bad Request: "Ayşe Yılmaz" is wrong' }
  const error = new GrammyError('Call failed', refused, 'sendMessage', { chat_id: 1, text: 'Merhaba Ayşe' })
  const text = logged((log) => log.error({ err: error }, 'call.failed'))
  expect(text).not.toMatch(/Ayşe|Merhaba|Yılmaz/)
  expect(parsed(text).err).toMatchObject({ type: 'GrammyError', code: 400, method: 'sendMessage' })
})

test('however an error is handed in, its message stays out', () => {
  const error = new Error('Ayşe said\n    at home', { cause: new TypeError('Ayşe again') })
  for (const write of [
    (log: ReturnType<typeof openLog>) => log.error(error),
    (log: ReturnType<typeof openLog>) => log.error(error, 'failed'),
    (log: ReturnType<typeof openLog>) => log.error({ err: error }),
    (log: ReturnType<typeof openLog>) => log.error({ error }, 'failed'),
    (log: ReturnType<typeof openLog>) => log.error({ err: 'Ayşe' }, 'failed'),
    (log: ReturnType<typeof openLog>) => log.child({ update: 7 }).error({ err: error }, 'failed'),
  ])
    expect(logged(write)).not.toContain('Ayşe')
})

test('the terminal gets a refusal as its sentence, and anything else as its kind and place', () => {
  expect(explainError(new CannotStart('Port 8080 is taken.'))).toBe('Port 8080 is taken.')
  const told = explainError(new RangeError('Ayşe'))
  expect(told).toMatch(/a mistake of its own: RangeError\n {2}at /)
  expect(told).not.toContain('Ayşe')
})
