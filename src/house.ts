import { Api } from 'grammy'
import type { Logger } from 'pino'
import { frontDoor } from './bot/front-door.ts'
import type { Measure } from './bot/measure.ts'
import { openTransport } from './bot/transport.ts'
import type { Clock } from './platform/clock.ts'
import { openDatabase } from './platform/database.ts'
import { openJobs, type Jobs } from './platform/jobs.ts'
import { openSessionLocks } from './platform/session-locks.ts'
import { openTexts } from './platform/texts/open-texts.ts'
import { openRooms } from './rooms.ts'
import type { Language } from './shared/localized-text.ts'

export interface HouseOptions {
  databaseUrl: string
  token: string
  /** Root of the Bot API; Telegram's own when absent. */
  apiRoot?: string
  clock: Clock
  log: Logger
  measure: Measure
  /** Messages created a second, for the whole bot. */
  sendRate: number
  /** Calls one chat may get at once; a story that plays fast wants more than Telegram's 5. */
  chatBurst?: number
  defaultLanguage: Language
  homeTimeZone: string
  /** Whether this process works off jobs. */
  worksJobs: boolean
  /** Makes text unreadable without the key. */
  seal(text: string): string
  onJob(name: string, outcome: 'done' | 'failed'): void
  /** Another version of the sittings than the code's: how a test deploys. */
  version?: number
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** Opens the house: database, texts, the front door and, behind it, the rooms. Nobody is let in before all are there. */
export async function openHouse(options: HouseOptions) {
  const { databaseUrl, token, apiRoot, clock, log, homeTimeZone } = options
  const transport = openTransport()
  const api = new Api(token, {
    fetch: transport.fetch,
    ...(apiRoot ? { apiRoot: apiRoot.replace(/\/$/, '') } : {}),
  })
  const me = await api.getMe()
  const database = openDatabase({ url: databaseUrl })
  const locks = openSessionLocks(databaseUrl)
  const texts = openTexts({ onGap: (gap) => log.error({ gap }, 'texts.gap') })
  const door = await frontDoor({ ...options, api, me, database, locks, texts })
  const rooms = openRooms({
    api,
    door,
    database,
    clock,
    texts,
    log,
    homeTimeZone,
    botUsername: me.username,
    sendJob: (name, ids) => jobs.send(name, ids),
  })
  const names = rooms.jobs.map(({ name }) => name)
  const jobs: Jobs = await openJobs({ url: databaseUrl, database, log, names, onWorked: options.onJob })
  if (options.worksJobs) await jobs.start(rooms.jobs)
  await door.open(rooms.features)

  return {
    api,
    me,
    database,
    locks,
    texts,
    door,
    jobs,
    rooms,
    async close(): Promise<void> {
      await jobs.close()
      await door.close()
      await locks.close()
      await database.close()
      transport.close()
    },
  }
}
