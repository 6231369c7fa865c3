import { telegramLimits } from '../../src/sandbox/bot-api/pace.ts'
import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import { startBot, type BotProcess } from '../support/bot-process.ts'
import { countInFlight, openPhones, readSaid, writeDueMinute, type Said } from '../support/due-minute.ts'
import { seedTravellers } from '../support/seed-travellers.ts'
import { until } from '../support/until.ts'
import type { Server } from './server.ts'

const token = '84:bench'
const people = 1000
/** Messages a second, as Telegram takes them. */
const sendRate = 30

/** What came of a minute in which a thousand reminders are due. */
export interface DueMinute {
  /** Until the last one arrived, from their moment on. */
  seconds: number
  /** Reminders of what does not leave that came before the last of what leaves. */
  outOfOrder: number
  tooManyRequests: number
  lost: number
  doubled: number
  inDoubt: number
  /** Calls that may have been under way when the bot was killed. */
  inFlight: number
}

const isOpen = ({ fire, delivery }: Said) => fire === 'planned' || delivery === 'waiting'

/** A thousand people have a reminder at the same moment; the bot is killed and started again so often meanwhile. */
export async function dueMinute(server: Server, kills: number): Promise<DueMinute> {
  const database = await server.freshDatabase()
  const telegram = await startTelegramServer({
    port: 0,
    token,
    username: 'heyet_bot',
    limits: telegramLimits,
  })
  const startsOn = Temporal.Now.plainDateISO()
  const { activityId, travellers } = await seedTravellers(database.url, { count: people, startsOn })
  openPhones(telegram, travellers)
  const bot = { databaseUrl: database.url, token, apiRoot: telegram.root, sendRate, chatBurst: 5 }
  let running: BotProcess = await startBot(bot)
  const arrived: { userId: number; at: number }[] = []
  let tooManyRequests = 0
  let inFlight = 0
  telegram.subscribe((event) => {
    if (event.kind !== 'answered' || event.call.method.toLowerCase() !== 'sendmessage') return
    if (event.call.ok) arrived.push({ userId: event.call.chatId ?? 0, at: performance.now() })
    else tooManyRequests += 1
  })
  const leadMs = 5000
  const dueAt = Temporal.Now.instant().add({ milliseconds: leadMs })
  const dueAtMs = performance.now() + leadMs
  await writeDueMinute(database.url, activityId, { dueAt, people: travellers })
  for (let nth = 1; nth <= kills; nth += 1) {
    await until('a part has arrived', () => arrived.length >= (people / (kills + 1)) * nth, 60)
    await running.kill()
    inFlight += await countInFlight(database.url)
    running = await startBot(bot)
  }
  let said = await readSaid(database.url)
  while (said.some(isOpen)) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    said = await readSaid(database.url)
  }
  await running.kill()
  await telegram.stop()
  await database.drop()
  const copies = Map.groupBy(arrived, ({ userId }) => userId)
  const leaving = new Set(said.flatMap(({ userId, leaves }) => (leaves ? [userId] : [])))
  const lastLeaving = arrived.findLastIndex(({ userId }) => leaving.has(userId))
  return {
    seconds: ((arrived.at(-1)?.at ?? Infinity) - dueAtMs) / 1000,
    outOfOrder: arrived.slice(0, lastLeaving).filter(({ userId }) => !leaving.has(userId)).length,
    tooManyRequests,
    lost: said.filter(({ userId, delivery }) => delivery !== 'in_doubt' && !copies.has(userId)).length,
    doubled: [...copies.values()].filter(({ length }) => length > 1).length,
    inDoubt: said.filter(({ delivery }) => delivery === 'in_doubt').length,
    inFlight,
  }
}
