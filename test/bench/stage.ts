import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { applicant, type Applicant, type Screen } from '../support/applicant.ts'
import { startBot, startChild, type BotProcess } from '../support/bot-process.ts'
import { crowd, type Crowd } from '../support/crowd.ts'
import { seedApplicants } from '../support/seed-applicants.ts'

/** A bot in its own process, its own Telegram, and people at their phones. */
export interface Stage {
  telegram: TelegramServer
  bot: BotProcess
  people: Crowd
  close(): Promise<void>
}

const token = '81:bench'

/**
 * Our bot; people change their position and their e-mail in turn: a tap, a typed answer, a tap … `known` people are in
 * the database and `present` of them at their phones; the bot may reach the database by an address of its own.
 */
export async function ourStage(
  databaseUrl: string,
  known = 200,
  botsDatabaseUrl = databaseUrl,
  present = known,
): Promise<Stage> {
  const telegram = await startTelegramServer({ port: 0, token, username: 'heyet_bot' })
  const seeded = await seedApplicants(databaseUrl, known)
  const bot = await startBot({ databaseUrl: botsDatabaseUrl, token, apiRoot: telegram.root })
  const people = seeded.slice(0, present).map(({ userId }) => applicant(telegram, userId))
  return stage(telegram, bot, crowd({ telegram, people, act: alternately() }))
}

/** The bare echo bot; people type whenever it has answered. */
export async function bareStage(count = 200): Promise<Stage> {
  const telegram = await startTelegramServer({ port: 0, token, username: 'bare_bot' })
  const bot = await startChild(new URL('bare-child.ts', import.meta.url), { token, apiRoot: telegram.root })
  const people = Array.from({ length: count }, (_, index) => echoed(telegram, 1_000_001 + index))
  return stage(telegram, bot, crowd({ telegram, people, act: (person) => person.type('Export manager') }))
}

const stage = (telegram: TelegramServer, bot: BotProcess, people: Crowd): Stage => ({
  telegram,
  bot,
  people,
  async close() {
    people.leave()
    await bot.kill()
    await telegram.stop()
  },
})

function alternately() {
  let acted = 0
  return (person: Applicant, screen: Screen) => {
    acted += 1
    if (screen.kind === 'summary')
      return person.change(screen.messageId, acted % 2 === 0 ? 'position' : 'email')
    person.type(screen.step === 'email' ? `ada${acted}@example.com` : `Head of department ${acted}`)
  }
}

/** Somebody who reads whatever the bot says as one question after the other. */
function echoed(telegram: TelegramServer, userId: number): Applicant {
  const person = applicant(telegram, userId)
  return {
    ...person,
    look() {
      const newest = telegram.world.messages.of(userId).findLast(({ message }) => message.from?.is_bot)
      return newest && { kind: 'question', messageId: newest.message.message_id, step: 'position' }
    },
  }
}
