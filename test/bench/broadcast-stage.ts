import postgres from 'postgres'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { startBot, startChild, type BotProcess } from '../support/bot-process.ts'
import { armForAll, broadcastText, firstUserId, seedPeople } from '../support/seed-broadcast.ts'
import type { Server } from './server.ts'

/** What Telegram counts, and how long it takes to answer. */
export interface Cell {
  isBucket: boolean
  answersAfterMs: number
  people: number
}

/** What came of a broadcast, as Telegram has seen it. */
export interface Seen {
  /** When each message arrived, in milliseconds. */
  arrivals: number[]
  /** When the last copy of the broadcast arrived; replies may follow. */
  lastCopyAt: number
  tooMany: number
}

export const rate = 30
export const token = '87:bench'

/** Waits. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** A Telegram that enforces 30 a second, with people who have pressed Start. */
export async function paced({
  isBucket,
  answersAfterMs,
  people,
}: Cell): Promise<{ telegram: TelegramServer; seen: Seen }> {
  const limits = { isEnforced: true, perSecond: rate, isBucket }
  const telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot', limits })
  telegram.faults.delayAnswers(answersAfterMs)
  const seen: Seen = { arrivals: [], lastCopyAt: 0, tooMany: 0 }
  for (let id = firstUserId; id < firstUserId + people; id += 1) {
    telegram.openPhone({ id, firstName: 'Ada', languageCode: 'en', phoneNumber: `+90${id}`, label: 'Ada' })
    telegram.world.people.change(id, { hasStarted: true })
    telegram.world.chats.change(id, { bot: 'member' })
  }
  telegram.subscribe((event) => {
    if (event.kind === 'received' && event.call.method.toLowerCase() === 'sendmessage') {
      seen.arrivals.push(event.call.receivedAt)
      if (String(event.call.payload['text']).startsWith(broadcastText))
        seen.lastCopyAt = event.call.receivedAt
    } else if (event.kind === 'answered' && !event.call.ok && event.call.description?.startsWith('Too Many'))
      seen.tooMany += 1
  })
  return { telegram, seen }
}

/** Our bot and people who are known to it. */
export async function broadcastStage(server: Server, cell: Cell) {
  const database = await server.freshDatabase()
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  await seedPeople(sql, cell.people)
  const { telegram, seen } = await paced(cell)
  const start = () =>
    startBot({ databaseUrl: database.url, token, apiRoot: telegram.root, sendRate: rate, chatBurst: 5 })
  let bot: BotProcess = await start()
  return {
    ...{ sql, telegram, seen },
    begin: () => armForAll(sql),
    async isOver(): Promise<boolean> {
      const rows = await sql`select 1 from broadcasts where state = 'finished'`
      return rows.length > 0
    },
    /** Milliseconds of CPU that the bot's process has used. */
    cpuMs: async () => (await bot.usage()).cpuMs,
    /** kill -9; resolves with how many calls were in flight, when another process is there. */
    async dies(): Promise<number> {
      await bot.kill()
      const [row] = await sql<
        { count: number }[]
      >`select count(*)::int as count from outbox where left_at is not null`
      bot = await start()
      return row?.count ?? 0
    },
    async close(): Promise<void> {
      await bot.kill()
      await sql.end()
      await telegram.stop()
      await database.drop()
    },
  }
}

/** The plain loop, with a Telegram of its own. */
export async function peerStage(cell: Cell) {
  const { telegram, seen } = await paced(cell)
  const options = { token, apiRoot: telegram.root, firstUserId, count: cell.people }
  const start = () => startChild(new URL('plain-loop-child.ts', import.meta.url), options)
  let loop: BotProcess | undefined
  return {
    ...{ telegram, seen },
    begin: async () => void (loop = await start()),
    async dies(): Promise<void> {
      await loop?.kill()
      loop = await start()
    },
    async close(): Promise<void> {
      await loop?.kill()
      await telegram.stop()
    },
  }
}

/** How many copies of the broadcast each of them has. */
export const copiesOf = (telegram: TelegramServer, people: number): number[] =>
  Array.from(
    { length: people },
    (_, nth) =>
      telegram.world.messages
        .of(firstUserId + nth)
        .filter(({ message }) => message.from?.is_bot && message.text?.startsWith(broadcastText)).length,
  )
