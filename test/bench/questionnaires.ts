import type { Crowd } from '../support/crowd.ts'
import type { Section } from './bench.ts'
import { engineCost } from './engine-cost.ts'
import { formStage, type FormStage } from './form-stage.ts'
import { firstAnswers, sixtyQuestions, twentyQuestions } from './long-forms.ts'
import type { Server } from './server.ts'
import { median, percentile, rounded, type Figures } from './table.ts'
import { waits } from './waiting.ts'

const people = 200
const rounds = 5
/** Questions that each of them answers: 4 to 9, and 58 to 63. */
const early = { answered: 3, each: 6 }
const late = { answered: 57, each: 6 }

/** What filling in a form costs, and what a long form costs. */
export const questionnaires: Section = async (server, tell) => {
  tell('a form of 300 questions')
  const engine = await engineCost()
  tell('question 60 and question 6, in turn')
  const length = await sixtiethToSixth(server)
  tell('200 people answer 20 questions side by side')
  return { ...length, ...engine, ...(await sideBySide(server)) }
}

/** CPU of the bot for the questions around the 60th by that for those around the 6th; people of each answer in turn. */
async function sixtiethToSixth(server: Server): Promise<Figures> {
  const stage = await formStage(server, sixtyQuestions)
  const measured: { early: number; late: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const cost = { early: await costOf(stage, early), late: await costOf(stage, late) }
    // The first round warms up.
    if (round > 0) measured.push(cost)
  }
  await stage.close()
  return {
    question60To6: rounded(median(measured.map((cost) => cost.late / cost.early))),
    question6CpuMs: rounded(median(measured.map((cost) => cost.early))),
    question60CpuMs: rounded(median(measured.map((cost) => cost.late))),
  }
}

/** Milliseconds of CPU an answer of people who stand behind the first `answered` questions. */
async function costOf({ bot, newPeople }: FormStage, { answered, each }: typeof early): Promise<number> {
  const crowd = await newPeople(people, firstAnswers(answered))
  const { updates, cpuMs } = await used(crowd, people * each, bot)
  crowd.leave()
  return cpuMs / updates
}

async function used(crowd: Crowd, count: number, bot: FormStage['bot']) {
  const before = { acted: crowd.acted, ...(await bot.usage()) }
  await crowd.answer(count)
  const after = await bot.usage()
  const updates = crowd.acted - before.acted
  if (updates < count) throw new Error(`Of ${count} answers ${updates} were given, the bot has gone quiet.`)
  return { updates, cpuMs: after.cpuMs - before.cpuMs }
}

/** Everybody answers the whole form as fast as the bot lets them; then others at 50 updates a second. */
async function sideBySide(server: Server): Promise<Figures> {
  const stage = await formStage(server, twentyQuestions)
  const perSecond: number[] = []
  for (let round = 0; round < 4; round += 1) {
    const crowd = await stage.newPeople(people)
    const { updates, cpuMs } = await used(crowd, people * 20, stage.bot)
    crowd.leave()
    if (round > 0) perSecond.push((updates / cpuMs) * 1000)
  }
  const waited: number[][] = []
  for (let round = 0; round < 3; round += 1) {
    const crowd = await stage.newPeople(people)
    waited.push(await waits({ telegram: stage.telegram, people: crowd }))
    crowd.leave()
  }
  await stage.close()
  return {
    updatesPerCpuSecond: rounded(median(perSecond)),
    p50Ms: rounded(median(waited.map((round) => percentile(round, 0.5)))),
    p99Ms: rounded(median(waited.map((round) => percentile(round, 0.99)))),
  }
}
