import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import type { BotChildOptions } from '../support/bot-child.ts'
import { killWhileBusy } from '../support/kill-while-busy.ts'
import type { Section } from './bench.ts'
import { cpuAndMemory, databaseCost } from './cost.ts'
import type { Server } from './server.ts'
import { bareStage, ourStage } from './stage.ts'
import { startTimes } from './start-times.ts'
import { rounded, type Figures } from './table.ts'
import { waiting } from './waiting.ts'

/** What an update costs, how long people wait, and what is left after kill -9. */
export const updates: Section = async (server, tell) => {
  tell('CPU and waiting, in turn with the bare bot')
  const compared = await comparedWithBare(server)
  tell('statements, write-ahead log and CPU of the database')
  const database = await databaseCost(server)
  tell('a Telegram that takes 40 ms to answer')
  const slow = await slowTelegram(server)
  tell('kill -9, by polling, by webhook and with two processes')
  const killed = await kills(server)
  tell('ten thousand chats')
  const chats = await manyChats(server)
  tell('starting')
  return { ...compared, ...database, ...slow, ...killed, ...chats, ...(await startTimes(tell)) }
}

async function comparedWithBare(server: Server): Promise<Figures> {
  const database = await server.freshDatabase()
  const ours = await ourStage(database.url)
  const bare = await bareStage()
  await ours.people.arrive()
  await bare.people.arrive()
  const figures = { ...(await cpuAndMemory(ours, bare)), ...(await waiting(ours, bare)) }
  await ours.close()
  await bare.close()
  await database.drop()
  return figures
}

async function slowTelegram(server: Server): Promise<Figures> {
  const database = await server.freshDatabase()
  const { telegram, people, close } = await ourStage(database.url)
  await people.arrive()
  await people.answer(400)
  telegram.faults.delayAnswers(40)
  const began = { at: performance.now(), acted: people.acted }
  await people.answer(1000)
  const seconds = (performance.now() - began.at) / 1000
  const figures = {
    updatesPerSecondAt40ms: rounded((people.acted - began.acted) / seconds),
    stuckAt40ms: people.waiting.size,
  }
  await close()
  await database.drop()
  return figures
}

/** 200 people, a tap and eight typed answers each, half of them all at once, in each of the three modes. */
async function kills(server: Server): Promise<Figures> {
  const sum = { lost: 0, doubled: 0, stuck: 0, wrong: 0, killedTimes: 0, updatesWhileKilled: 0 }
  const modes: ((bot: BotChildOptions) => BotChildOptions[])[] = [
    (bot) => [bot],
    (bot) => [{ ...bot, isByWebhook: true }],
    (bot) => [bot, bot],
  ]
  for (const bots of modes) {
    const database = await server.freshDatabase()
    const telegram = await startTelegramServer({ port: 0, token: '82:bench', username: 'heyet_bot' })
    const bot = { databaseUrl: database.url, token: '82:bench', apiRoot: telegram.root }
    const outcome = await killWhileBusy({ telegram, bots: bots(bot), people: 200, rounds: 1, kills: 3 })
    await telegram.stop()
    await database.drop()
    for (const name of ['lost', 'doubled', 'stuck', 'wrong'] as const) sum[name] += outcome[name]
    sum.killedTimes += outcome.kills
    sum.updatesWhileKilled += outcome.updates
  }
  return sum
}

/** Ten thousand chats are known, and a thousand of them write. */
async function manyChats(server: Server): Promise<Figures> {
  const database = await server.freshDatabase()
  const { bot, people, close } = await ourStage(database.url, 10_000, database.url, 1000)
  await people.arrive()
  const { rssMb } = await bot.usage()
  await close()
  await database.drop()
  return { rssMb10000Chats: rounded(rssMb) }
}
