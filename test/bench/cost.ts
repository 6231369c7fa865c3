import type { Server } from './server.ts'
import { ourStage, type Stage } from './stage.ts'
import { countStatements } from './statement-counter.ts'
import { median, rounded, type Figures } from './table.ts'

const rounds = 3
const updatesPerRound = 3000

/** Updates per CPU second, round by round in turn with the bare bot; the first round of each only warms up, equally long. */
export async function cpuAndMemory(ours: Stage, bare: Stage): Promise<Figures> {
  await updatesPerCpuSecond(ours, updatesPerRound)
  await updatesPerCpuSecond(bare, updatesPerRound)
  const measured: { ours: number; bare: number }[] = []
  for (let round = 0; round < rounds; round += 1)
    measured.push({
      ours: await updatesPerCpuSecond(ours, updatesPerRound),
      bare: await updatesPerCpuSecond(bare, updatesPerRound),
    })
  const rss = { ours: (await ours.bot.usage()).rssMb, bare: (await bare.bot.usage()).rssMb }
  return {
    ratioToBareGrammy: rounded(median(measured.map((round) => round.ours / round.bare))),
    updatesPerCpuSecond: rounded(median(measured.map((round) => round.ours))),
    bareUpdatesPerCpuSecond: rounded(median(measured.map((round) => round.bare))),
    rssRatio: rounded(rss.ours / rss.bare),
    rssMb: rounded(rss.ours),
  }
}

async function updatesPerCpuSecond({ bot, people }: Stage, count: number): Promise<number> {
  const before = { acted: people.acted, ...(await bot.usage()) }
  await people.answer(count)
  const after = await bot.usage()
  if (people.acted - before.acted < count)
    throw new Error(`Of ${count} updates ${people.acted - before.acted} were sent, the bot has gone quiet.`)
  return ((people.acted - before.acted) / (after.cpuMs - before.cpuMs)) * 1000
}

/** What an update costs the database; in a run of its own, because counting statements costs as well. */
export async function databaseCost(server: Server): Promise<Figures> {
  const database = await server.freshDatabase()
  const counter = await countStatements(database.url)
  const stage = await ourStage(database.url, 200, counter.url)
  await stage.people.arrive()
  await stage.people.answer(400)
  const look = async () => ({
    acted: stage.people.acted,
    statements: counter.count(),
    wal: await database.walBytes(),
    cpu: await database.cpuMs(),
  })
  const before = await look()
  await stage.people.answer(800)
  const after = await look()
  await stage.close()
  counter.close()
  await database.drop()
  const perUpdate = (used: number) => rounded(used / (after.acted - before.acted))
  return {
    statementsPerUpdate: perUpdate(after.statements - before.statements),
    walBytesPerUpdate: perUpdate(after.wal - before.wal),
    postgresCpuMsPerUpdate:
      before.cpu === undefined || after.cpu === undefined ? undefined : perUpdate(after.cpu - before.cpu),
  }
}
