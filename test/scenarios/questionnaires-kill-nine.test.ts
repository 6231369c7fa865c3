import postgres from 'postgres'
import { expect, test } from 'vitest'
import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import { startBot } from '../support/bot-process.ts'
import { asks, choice, formOf, type SmallForm } from '../support/forms.ts'
import { freshDatabase } from '../support/postgres.ts'
import { respondent, type Respondent } from '../support/respondent.ts'
import { seedForm, seedRespondents } from '../support/seed-respondents.ts'
import { until } from '../support/until.ts'

const questions = 24
const form: SmallForm = {
  survey: Array.from({ length: questions }, (_, at) =>
    asks(at % 4 === 3 ? 'select_one yn' : 'text', `q${at + 1}`, `Soru ${at + 1}?`, `Question ${at + 1}?`),
  ),
  choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
  settings: { form_id: 'nine', form_title: 'Nine' },
}
const textTo = (question: number, { userId }: Respondent) => `Answer ${question} of ${userId}`
const isTapped = (question: number) => question % 4 === 0
const answered = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`/data/q${at + 1}`, isTapped(at + 1) ? 'yes' : 'before']),
  )

/** People of whom the first ones stand at question 20 and the others at the review, and a bot that can be killed. */
async function stage() {
  const database = await freshDatabase()
  const telegram = await startTelegramServer({ port: 0, token: '711:nine', username: 'heyet_bot' })
  const id = await seedForm(database.url, formOf(form))
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  const bot = { databaseUrl: database.url, token: '711:nine', apiRoot: telegram.root }
  let running = await startBot(bot)
  let handedOut: (() => void) | undefined
  telegram.subscribe((event) => {
    if (event.kind === 'handed-out' && event.updateIds.length > 0) handedOut?.()
  })

  return {
    sql,
    async people(firstUserId: number, count: number, given: number): Promise<Respondent[]> {
      await seedRespondents(database.url, id, { firstUserId, count, answers: answered(given) })
      const people = Array.from({ length: count }, (_, at) => respondent(telegram, firstUserId + at, 'nine'))
      for (const person of people) person.arrive()
      await until('everybody has read something', () =>
        Promise.resolve(people.every((person) => person.look())),
      )
      return people
    },
    /** kill -9, so long after an update was handed out; then it is started again. */
    async killAfter(milliseconds: number, act: () => void): Promise<void> {
      const gone = new Promise<void>((resolve) => {
        handedOut = () => {
          handedOut = undefined
          setTimeout(() => void running.kill().then(resolve), milliseconds)
        }
      })
      act()
      await gone
      running = await startBot(bot)
    },
    async restart(): Promise<void> {
      await running.kill()
      running = await startBot(bot)
    },
    /** Words that somebody can read now. */
    shown: ({ userId }: Respondent) =>
      telegram.world.messages.of(userId).map(({ message }) => message.text ?? ''),
    async close(): Promise<void> {
      await running.kill()
      await telegram.stop()
      await sql.end()
      await database.drop()
    },
  }
}

const reads = (people: readonly Respondent[], step: string) =>
  until(
    `everybody reads ${step}`,
    () => Promise.resolve(people.every((person) => person.look()?.step === step)),
    30,
  )

test(
  'killed in the middle of question 20: nothing is lost or doubled, the same question is open, old buttons work',
  { timeout: 120_000 },
  async () => {
    const { sql, people: seated, killAfter, restart, close } = await stage()
    const people = await seated(5_000_001, 12, 18)
    await reads(people, '19')
    // A bot that dies at once, one that dies while it works, one that dies while it answers; 20 is tapped.
    for (const [question, milliseconds] of [
      [19, 0],
      [20, 8],
      [21, 25],
    ] as const) {
      const screens = people.map((person) => person.look())
      await killAfter(milliseconds, () => {
        for (const [at, person] of people.entries())
          person.answer(screens[at] ?? { kind: 'question', messageId: 0, step: '' }, textTo(question, person))
      })
      await reads(people, String(question + 1))
    }
    // Nobody was answering when it died, and the bot knew that all had read: what it does not know it says again.
    await until('the bot knows that everything has arrived', async () => {
      const owed = await sql`select 1 from outbox`
      return owed.length === 0
    })
    const before = people.map((person) => person.look())
    await restart()
    expect(people.map((person) => person.look())).toEqual(before)
    for (const person of people) {
      const screen = person.look()
      if (screen) person.answer(screen, textTo(22, person))
    }
    await reads(people, '23')

    const kept = await sql<{ user: string; revision: number; answers: Record<string, string> }[]>`
      select a.user_id as user, r.revision,
        (select jsonb_object_agg(path, value) from answers where response_id = r.id) as answers
      from responses r join accounts a on a.person_id = r.person_id`
    expect(kept).toHaveLength(people.length)
    for (const person of people) {
      const own = kept.find(({ user }) => Number(user) === person.userId)
      expect(own?.answers).toEqual({
        ...answered(18),
        '/data/q19': textTo(19, person),
        '/data/q20': 'yes',
        '/data/q21': textTo(21, person),
        '/data/q22': textTo(22, person),
      })
      // Seeded with 2, opened, and four answers: none was applied twice.
      expect(own?.revision).toBe(7)
    }
    await close()
  },
)

test(
  'killed in the middle of the review: what was being changed is open, and everybody hands in once',
  { timeout: 120_000 },
  async () => {
    const { sql, people: seated, killAfter, shown, close } = await stage()
    const people = await seated(5_100_001, 12, questions)
    await reads(people, 'review')
    const [changing, sending] = [people.slice(0, 6), people.slice(6)]
    const reviews = people.map((person) => person.look()?.messageId ?? 0)
    await killAfter(8, () => {
      for (const [at, person] of people.entries())
        person.tap(reviews[at] ?? 0, changing.includes(person) ? 'q.s.change:' : 'q.s.submit:')
    })
    await until('everybody who sent it has a receipt', () =>
      Promise.resolve(sending.every((person) => shown(person).some((text) => text.includes('nine-00')))),
    )
    await reads(changing, '1')
    await killAfter(15, () => {
      for (const person of changing) person.type(textTo(1, person))
    })
    await reads(changing, 'review')
    await killAfter(25, () => {
      for (const person of changing) person.tap(person.look()?.messageId ?? 0, 'q.s.submit:')
    })
    await until('everybody has a receipt', () =>
      Promise.resolve(people.every((person) => shown(person).some((text) => text.includes('nine-00')))),
    )
    const kept = await sql<{ number: number; first: string; count: number }[]>`
      select r.number, (select value from answers where response_id = r.id and path = '/data/q1') as first,
        (select count(*)::int from answers where response_id = r.id) as count
      from responses r where r.state = 'submitted' order by r.number`
    expect(kept.map(({ number }) => number)).toEqual(people.map((_, at) => at + 1))
    expect(new Set(kept.map(({ count }) => count))).toEqual(new Set([questions]))
    expect(kept.map(({ first }) => first).toSorted()).toEqual(
      [...sending.map(() => 'before'), ...changing.map((person) => textTo(1, person))].toSorted(),
    )
    await close()
  },
)
