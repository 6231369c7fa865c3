import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import { startBot, type BotProcess } from '../support/bot-process.ts'
import { crowd, type Crowd } from '../support/crowd.ts'
import { formOf, type SmallForm } from '../support/forms.ts'
import { respondent } from '../support/respondent.ts'
import { seedForm, seedRespondents } from '../support/seed-respondents.ts'
import type { Server } from './server.ts'
import type { Stage } from './stage.ts'

/** Our bot with a form that people are in the middle of. */
export interface FormStage extends Omit<Stage, 'people'> {
  bot: BotProcess
  /** People who have answered the first questions already, at their phones; they type and tap in turn. */
  newPeople(count: number, answers?: Readonly<Record<string, string>>): Promise<Crowd>
}

const token = '83:bench'

export async function formStage(server: Server, small: SmallForm): Promise<FormStage> {
  const database = await server.freshDatabase()
  const telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot' })
  const form = formOf(small)
  const questionnaireId = await seedForm(database.url, form)
  const bot = await startBot({ databaseUrl: database.url, token, apiRoot: telegram.root })
  const crowds: Crowd[] = []
  let nextUserId = 2_000_001
  return {
    telegram,
    bot,
    async newPeople(count, answers = {}) {
      const firstUserId = nextUserId
      nextUserId += count
      await seedRespondents(database.url, questionnaireId, { firstUserId, count, answers })
      const people = Array.from({ length: count }, (_, at) =>
        respondent(telegram, firstUserId + at, form.formId),
      )
      let said = 0
      const arrived = crowd({
        telegram,
        people,
        act(person, screen) {
          // Whoever has answered everything puts the phone away.
          if (screen.kind === 'question') person.answer(screen, `We build bodies and bogies ${(said += 1)}`)
        },
      })
      crowds.push(arrived)
      await arrived.arrive()
      return arrived
    },
    async close() {
      for (const people of crowds) people.leave()
      await bot.kill()
      await telegram.stop()
      await database.drop()
    },
  }
}
