import type { TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { answerSheets, updatesPerRound, type Verdict } from './answer-sheet.ts'
import { applicant } from './applicant.ts'
import type { BotChildOptions } from './bot-child.ts'
import { startBot } from './bot-process.ts'
import { crowd } from './crowd.ts'
import { seedApplicants } from './seed-applicants.ts'

export interface KillWhileBusy {
  telegram: TelegramServer
  /** The processes that share the work, each as it is started and started again. */
  bots: readonly BotChildOptions[]
  people: number
  /** How often each person answers all questions. */
  rounds: number
  kills: number
  patienceSeconds?: number
}

/** What came of it, and how many updates the people have sent. */
export type Outcome = Verdict & { updates: number; kills: number }

/** Kills the bot (kill -9) again and again while people answer one typed question after the other, and counts. */
export async function killWhileBusy(needs: KillWhileBusy): Promise<Outcome> {
  const { telegram, bots, kills, rounds, patienceSeconds } = needs
  const url = bots[0]?.databaseUrl ?? ''
  const seeded = await seedApplicants(url, needs.people)
  const people = seeded.map(({ userId }) => applicant(telegram, userId))
  const sheets = answerSheets(url, seeded, rounds)
  const busy = crowd({ telegram, people, act: sheets.act, ...(patienceSeconds ? { patienceSeconds } : {}) })
  const running = bots.map((options) => startBot(options))
  await Promise.all(running)
  await busy.arrive()
  const all = people.length * rounds * updatesPerRound
  let killed = 0

  const handedOut = new Set<number>()
  const leave = telegram.subscribe((event) => {
    if (event.kind === 'handed-out') for (const id of event.updateIds) handedOut.add(id)
  })
  let isOver = false
  const isAt = (share: number) => isOver || handedOut.size >= all * share
  const killing = (async () => {
    for (let nth = 1; nth <= kills; nth += 1) {
      while (!isAt(nth / (kills + 1))) await new Promise((resolve) => setTimeout(resolve, 2))
      if (!isOver) await killNext()
    }
  })()

  async function killNext(): Promise<void> {
    const index = killed % running.length
    killed += 1
    await (await running[index])?.kill()
    // It starts again while the others go on working and may be killed meanwhile.
    const options = bots[index]
    if (options) running[index] = startBot(options)
  }

  await busy.answer(Infinity, () => people.every(({ userId }) => sheets.isDone(userId)))
  isOver = true
  busy.leave()
  leave()
  await killing
  await Promise.all(running.map(async (bot) => (await bot).kill()))
  await sheets.close()
  const stuck = people.filter(({ userId }) => !sheets.isDone(userId)).length
  return { ...sheets.verdict, stuck, updates: handedOut.size, kills: killed }
}
