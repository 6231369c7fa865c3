import { broadcastStage, copiesOf, peerStage, until, type Cell } from './broadcast-stage.ts'
import type { Server } from './server.ts'
import type { Figures } from './table.ts'

const cell: Cell = { isBucket: false, answersAfterMs: 40, people: 900 }

/** What is lost and doubled when the process is killed at a quarter, a half and three quarters; the plain loop at a quarter. */
export async function killed(server: Server): Promise<Figures> {
  const [ours, peer] = await Promise.all([oursKilled(server), peerKilled()])
  return { ...ours, ...peer }
}

async function oursKilled(server: Server): Promise<Figures> {
  const stage = await broadcastStage(server, cell)
  const { sql, telegram } = stage
  await stage.begin()
  const arrived = () => copiesOf(telegram, cell.people).filter((copies) => copies > 0).length
  let inFlight = 0
  let goesOnAfterMs = 0
  for (const quarter of [1, 2, 3]) {
    await until(() => arrived() >= (cell.people / 4) * quarter)
    const killedAt = performance.now()
    inFlight += await stage.dies()
    const before = stage.seen.arrivals.length
    await until(() => stage.seen.arrivals.length > before)
    goesOnAfterMs = Math.max(goesOnAfterMs, performance.now() - killedAt)
  }
  await until(() => stage.isOver())
  const states = await sql<
    { state: string; chat_id: string }[]
  >`select state, chat_id from broadcast_recipients order by chat_id`
  const copies = copiesOf(telegram, cell.people)
  await stage.close()
  return {
    lost: states.filter(({ state }, nth) => state !== 'in_doubt' && copies[nth] === 0).length,
    doubled: copies.filter((count) => count > 1).length,
    inDoubt: states.filter(({ state }) => state === 'in_doubt').length,
    inFlightAtKills: inFlight,
    goesOnAfterMs: Math.round(goesOnAfterMs),
  }
}

async function peerKilled(): Promise<Figures> {
  const stage = await peerStage(cell)
  await stage.begin()
  const copies = () => copiesOf(stage.telegram, cell.people)
  await until(() => copies().filter((count) => count > 0).length >= cell.people / 4)
  await stage.dies()
  await until(() => copies().every((count) => count > 0))
  const doubled = copies().filter((count) => count > 1).length
  await stage.close()
  return { peerDoubledAfterOneKill: doubled }
}
