import type { Stage } from './stage.ts'
import { median, percentile, rounded, type Figures } from './table.ts'

const updatesPerSecond = 50
const seconds = 6
const rounds = 3

/** How long people wait at 50 updates a second, sent whether or not the bot keeps up; in turn with the bare bot. */
export async function waiting(ours: Stage, bare: Stage): Promise<Figures> {
  const measured: { ours: number[]; bare: number[] }[] = []
  for (let round = 0; round < rounds; round += 1)
    measured.push({ ours: await waits(ours), bare: await waits(bare) })
  const ratio = (share: number) =>
    median(measured.map((round) => percentile(round.ours, share) / percentile(round.bare, share)))
  const ours50 = median(measured.map((round) => percentile(round.ours, 0.5)))
  const ours99 = median(measured.map((round) => percentile(round.ours, 0.99)))
  return {
    p50Ratio: rounded(ratio(0.5)),
    p99Ratio: rounded(ratio(0.99)),
    p50Ms: rounded(ours50),
    p99Ms: rounded(ours99),
  }
}

/** Milliseconds from handing an update out to the first call that shows something in that chat. */
export async function waits({ telegram, people }: Pick<Stage, 'telegram' | 'people'>): Promise<number[]> {
  const handedOutAt = new Map<number, number>()
  const waited: number[] = []
  const leave = telegram.subscribe((event) => {
    if (event.kind === 'handed-out')
      for (const id of event.updateIds) {
        const update = telegram.world.updates.get(id)?.update
        const from = update?.message?.from ?? update?.callback_query?.from
        if (from && !handedOutAt.has(from.id)) handedOutAt.set(from.id, event.at)
      }
    if (event.kind !== 'received' || !/^(send|editMessageText)/.test(event.call.method)) return
    const chatId = Number(event.call.payload['chat_id'])
    const at = handedOutAt.get(chatId)
    if (at !== undefined) waited.push(event.call.receivedAt - at)
    handedOutAt.delete(chatId)
  })
  await atAPace((nth) => people.answerOnce(nth * 7))
  await people.answer(0)
  leave()
  return waited
}

/** Calls at equal distances; what came too late is made up for. */
async function atAPace(act: (nth: number) => void): Promise<void> {
  const began = performance.now()
  for (let nth = 0; nth < updatesPerSecond * seconds; nth += 1) {
    const due = began + (nth * 1000) / updatesPerSecond
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    act(nth)
  }
}
