import { Api, GrammyError } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Logger } from 'pino'
import { frontDoor } from './bot/front-door.ts'
import type { Measure } from './bot/measure.ts'
import { ticker } from './bot/ticker.ts'
import { openTransport, type TimeLimits } from './bot/sending/transport.ts'
import { CannotStart } from './platform/cannot-start.ts'
import type { Clock } from './platform/clock.ts'
import type { KeyRing } from './platform/crypto.ts'
import { isPassing, openDatabase } from './platform/database.ts'
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
  /** Where people's calendars reach this service, without a slash at the end; absent: nowhere. */
  publicUrl?: string | undefined
  /** Says to the person at the keyboard what is going on. */
  tell?(sentence: string): void
  /** Connections to the database, at most: as many for transactions, and as many for jobs; the usual ones when absent. */
  connections?: number
  /** Whether this process handles updates; it does unless told otherwise. */
  handlesUpdates?: boolean
  /** Whether this process works off jobs. */
  worksJobs: boolean
  /** Makes values unreadable without a key. */
  keys: KeyRing
  onJob(name: string, outcome: 'done' | 'failed'): void
  /** Seconds until a call of the Bot API is given up, where they are not the usual ones. */
  timeLimits?: Partial<TimeLimits>
  /** Another version of the sittings than the code's: how a test deploys. */
  version?: number
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** Opens the house: database, texts, the front door and, behind it, the rooms. Nobody is let in before all are there. */
export async function openHouse(options: HouseOptions) {
  const { databaseUrl, token, apiRoot, clock, log, homeTimeZone } = options
  const atMost = options.connections === undefined ? {} : { connections: options.connections }
  const transport = openTransport({ token, root: apiRoot, limits: options.timeLimits })
  const api = new Api(token, transport.client)
  const me = await reachTelegram(api, options)
  const database = openDatabase({ url: databaseUrl, ...atMost })
  const locks = openSessionLocks(databaseUrl)
  const texts = openTexts({ onGap: (gap) => log.error({ gap }, 'texts.gap') })
  const door = await frontDoor({
    ...options,
    hands: options.handlesUpdates === false ? 0 : 48,
    api,
    call: transport.call,
    me,
    database,
    locks,
    texts,
  })
  const rooms = openRooms({
    api,
    door,
    database,
    clock,
    texts,
    log,
    keys: options.keys,
    homeTimeZone,
    defaultLanguage: options.defaultLanguage,
    publicUrl: options.publicUrl,
    botUsername: me.username,
    sendRate: options.sendRate,
    sendJob: (name, ids) => jobs.send(name, ids),
  })
  const names = rooms.jobs.map(({ name }) => name)
  const jobs: Jobs = await openJobs({
    url: databaseUrl,
    ...atMost,
    database,
    log,
    names,
    onWorked: options.onJob,
  })
  if (options.worksJobs) await jobs.start(rooms.jobs)
  await door.open(rooms.features)
  const rounds = ticker({ database, clock, log, rounds: rooms.rounds, watches: rooms.watches })

  return {
    api,
    me,
    database,
    locks,
    texts,
    door,
    jobs,
    rooms,
    ticker: rounds,
    /** Nothing waits and nothing is under way: neither updates nor words nor jobs. */
    async isQuiet(): Promise<boolean> {
      if (!door.isIdle() || !jobs.isIdle) return false
      try {
        if ((await door.rows.inbox.waiting()).count > 0 || (await jobs.waiting()) > 0) return false
      } catch (error) {
        // What cannot be seen for a moment may well be under way.
        if (isPassing(error)) return false
        throw error
      }
      return door.isIdle()
    },
    async close(): Promise<void> {
      await rounds.close()
      // Side by side, because each may have to wait for Telegram; what a job still wants said is sent by another process.
      await Promise.all([jobs.close(), door.close()])
      await locks.close()
      await database.close()
      transport.close()
    },
  }
}

/** Asks Telegram who we are, for as long as it takes; only a refused token is the end. */
async function reachTelegram(api: Api, { log, tell }: HouseOptions): Promise<UserFromGetMe> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await api.getMe()
    } catch (error) {
      if (error instanceof GrammyError && [401, 404].includes(error.error_code))
        throw new CannotStart(
          'Telegram refuses BOT_TOKEN. Copy it anew from @BotFather, with the digits before the colon.',
        )
      if (tries === 0) tell?.('Telegram cannot be reached yet; trying again until it can …')
      log.warn(
        { tries, code: error instanceof GrammyError ? error.error_code : 'no answer' },
        'telegram.unreachable',
      )
      await new Promise((resolve) => setTimeout(resolve, Math.min(2 ** tries, 30) * 1000))
    }
  }
}
