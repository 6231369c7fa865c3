import type { TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { firstUserId } from '../support/seed-broadcast.ts'
import type { Section } from './bench.ts'
import { killed } from './broadcast-killed.ts'
import { broadcastStage, peerStage, rate, until, type Cell, type Seen } from './broadcast-stage.ts'
import { hugeStart } from './broadcast-start.ts'
import type { Server } from './server.ts'
import { median, percentile, rounded, type Figures } from './table.ts'

/** Recipients of a cell; some more people only write to the bot meanwhile. */
const recipients = 600

/** A broadcast at Telegram's pace; beside it, for as long, with a Telegram of its own, the plain loop that does the same. */
export const broadcast: Section = async (server, tell) => {
  const measured: Figures = {}
  const strict: Measured[] = []
  const bucket: Measured[] = []
  for (const isBucket of [false, true])
    for (const answersAfterMs of [0, 40]) {
      tell(`600 people, ${isBucket ? 'a bucket' : 'a strict second'}, answers after ${answersAfterMs} ms`)
      const cell = await measure(server, { isBucket, answersAfterMs, people: recipients })
      ;(isBucket ? bucket : strict).push(cell)
      measured[`shareOfRate${isBucket ? 'Bucket' : 'Strict'}${answersAfterMs}`] = cell.share
      measured[`peerShareOfRate${isBucket ? 'Bucket' : 'Strict'}${answersAfterMs}`] = cell.peerShare
    }
  const all = [...strict, ...bucket]
  tell('900 people, killed three times')
  const kills = await killed(server)
  tell('100,000 people')
  const start = await hugeStart(server)
  return {
    shareOfRateStrict: Math.min(...strict.map(({ share }) => share)),
    shareOfRateBucket: Math.min(...bucket.map(({ share }) => share)),
    worstSecond: Math.max(...all.map(({ worst }) => worst)),
    tooManyRequests: sum(all.map(({ tooMany }) => tooMany)),
    replyP99Ms: rounded(
      percentile(
        all.flatMap(({ waits }) => waits),
        0.99,
      ),
    ),
    cpuMsPerMessage: rounded(median(all.map(({ cpuMs }) => cpuMs))),
    ...kills,
    ...start,
    peerShareOfRateStrict: Math.min(...strict.map(({ peerShare }) => peerShare)),
    peerShareOfRateBucket: Math.min(...bucket.map(({ peerShare }) => peerShare)),
    peerWorstSecond: Math.max(...all.map(({ peerWorst }) => peerWorst)),
    peerTooManyRequests: sum(all.map(({ peerTooMany }) => peerTooMany)),
    ...measured,
  }
}

interface Measured {
  share: number
  worst: number
  tooMany: number
  waits: number[]
  cpuMs: number
  peerShare: number
  peerWorst: number
  peerTooMany: number
}

async function measure(server: Server, cell: Cell): Promise<Measured> {
  const ours = await broadcastStage(server, cell)
  const peer = await peerStage(cell)
  await Promise.all([ours.begin(), peer.begin()])
  await until(() => ours.seen.arrivals.length > 0)
  const talk = talking(ours.telegram)
  const before = await ours.cpuMs()
  await until(() => ours.isOver())
  const waits = talk.stop()
  const cpuMs = ((await ours.cpuMs()) - before) / ours.seen.arrivals.length
  await ours.close()
  await peer.close()
  return {
    ...{ share: shareOf(ours.seen), worst: worstSecond(ours.seen), tooMany: ours.seen.tooMany, waits, cpuMs },
    peerShare: shareOf(peer.seen),
    peerWorst: worstSecond(peer.seen),
    peerTooMany: peer.seen.tooMany,
  }
}

/** Some who are no recipients of this moment's words ask for help twice a second, and wait for the reply. */
function talking(telegram: TelegramServer) {
  const waits: number[] = []
  const asked = new Map<number, number>()
  const leave = telegram.subscribe((event) => {
    if (event.kind === 'handed-out')
      for (const id of event.updateIds) {
        const from = telegram.world.updates.get(id)?.update.message?.from
        if (from) asked.set(from.id, event.at)
      }
    if (event.kind !== 'received' || event.call.method.toLowerCase() !== 'sendmessage') return
    const chatId = Number(event.call.payload['chat_id'])
    const at = asked.get(chatId)
    // A copy of the broadcast may come in between.
    if (at === undefined || String(event.call.payload['text']).includes('The bus leaves')) return
    waits.push(event.call.receivedAt - at)
    asked.delete(chatId)
  })
  let nth = 0
  const timer = setInterval(() => telegram.phone(firstUserId + (nth += 1)).type({ text: '/help' }), 500)
  return {
    stop(): number[] {
      clearInterval(timer)
      leave()
      return waits
    },
  }
}

/** Of the rate, what has arrived between the first message and the last copy: replies that follow it say nothing about it. */
function shareOf({ arrivals, lastCopyAt, tooMany }: Seen): number {
  const seconds = (lastCopyAt - (arrivals[0] ?? 0)) / 1000
  const count = arrivals.filter((at) => at <= lastCopyAt).length
  return rounded((count - tooMany - 1) / seconds / rate)
}

/** The most messages in any second. */
function worstSecond({ arrivals }: Seen): number {
  let worst = 0
  let from = 0
  for (const [at, arrival] of arrivals.entries()) {
    while (arrival - (arrivals[from] ?? 0) >= 1000) from += 1
    worst = Math.max(worst, at - from + 1)
  }
  return worst
}

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)
