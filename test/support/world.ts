import { expect } from 'vitest'
import { measureNothing } from '../../src/bot/measure.ts'
import { openHouse, type House } from '../../src/house.ts'
import { movableClock, type MovableClock } from '../../src/platform/clock.ts'
import { openLog } from '../../src/platform/log.ts'
import type { ReceivedCall } from '../../src/sandbox/sandbox-events.ts'
import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import type { Language } from '../../src/shared/localized-text.ts'
import type { InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types'
import { checkReceived } from './bot-api-schema.ts'
import { person, type Person } from './person.ts'
import { freshDatabase, type FreshDatabase } from './postgres.ts'
import { until } from './until.ts'
import { testKeys } from './test-keys.ts'

export interface WorldOptions {
  /** Where the clock stands at first. */
  now?: string
  /** Seconds until a call of the Bot API is given up. */
  answerSeconds?: number
  /** Messages a second for the whole bot; as good as unlimited unless given. */
  sendRate?: number
  /** Where the bot finds the database, if not at its own address: something that stands between them. */
  databaseBehind?: (url: string) => Promise<string>
  /** A database that holds something already. */
  database?: FreshDatabase
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** The world of a story: an emulated Telegram, a database of its own, the bot, and a clock that is moved by hand. */
export async function openWorld({
  now = '2026-11-02T09:00:00+03:00[Europe/Istanbul]',
  answerSeconds,
  sendRate = 1000,
  databaseBehind,
  database: given,
}: WorldOptions = {}) {
  const database = given ?? (await freshDatabase())
  const databaseUrl = (await databaseBehind?.(database.url)) ?? database.url
  const clock: MovableClock = movableClock()
  clock.moveTo(Temporal.ZonedDateTime.from(now).toInstant())
  const telegram = await startTelegramServer({ port: 0, token: '700:story', username: 'heyet_bot', clock })
  const lines: string[] = []
  const complaints: string[] = []
  const calls: ReceivedCall[] = []
  telegram.subscribe((event) => {
    if (event.kind !== 'received') return
    complaints.push(...checkReceived(event.call), ...tooLongButtons(event.call), ...crowdedRows(event.call))
    calls.push(event.call)
  })
  let nextId = 1000
  let keyIds = ['a']
  let running: Running = await start()

  async function start(version?: number): Promise<Running> {
    const house = await openHouse({
      databaseUrl,
      token: '700:story',
      apiRoot: telegram.root,
      clock,
      log: openLog({ level: 'debug', to: { write: (line: string) => void lines.push(line) } }),
      measure: measureNothing,
      sendRate,
      chatBurst: 1000,
      defaultLanguage: 'tr',
      homeTimeZone: 'Europe/Istanbul',
      publicUrl: 'https://heyet.example',
      // Each of them is a process that reads the catalogue and plans every statement anew: a third of a story's CPU.
      connections: 2,
      handlesUpdates: true,
      worksJobs: true,
      keys: testKeys(...keyIds),
      onJob: () => {},
      ...(version === undefined ? {} : { version }),
      ...(answerSeconds === undefined ? {} : { timeLimits: { answer: answerSeconds } }),
    })
    // Marks the rounds of today, so that the first one due is tomorrow's.
    await house.ticker.tick()
    return { house, polling: house.door.poll() }
  }

  async function stop({ house, polling }: Running): Promise<void> {
    await polling.close()
    await house.close()
  }

  const world = {
    telegram,
    clock,
    database,
    /** Every line the bot has logged. */
    lines,
    /** Calls that the Bot API's own description does not allow. */
    complaints,
    /** Every call of the bot, from the beginning. */
    calls,
    get house(): House {
      return running.house
    },

    /** Everything somebody was ever shown, also what has been changed since: texts and the words on buttons. */
    shownTo({ id }: Person): string[] {
      return calls.filter(({ payload }) => Number(payload['chat_id']) === id).flatMap(wordsOf)
    },

    /** Somebody with a phone who has not written to the bot yet. */
    person(name: string, language: Language | null = 'tr', phoneNumber = `+9053200${nextId}0`): Person {
      const [firstName = name, ...rest] = name.split(' ')
      const id = (nextId += 1)
      telegram.openPhone({
        id,
        firstName,
        ...(rest.length > 0 ? { lastName: rest.join(' ') } : {}),
        ...(language ? { languageCode: language } : {}),
        phoneNumber,
        label: name,
      })
      return person({ phone: telegram.phone(id), settle: world.settle, name, forge: telegram.forgePress })
    },

    /** Somebody with the keys of the house. */
    async coordinator(
      name: string,
      language: Language = 'tr',
      activityCode: string | null = null,
    ): Promise<Person> {
      const somebody = world.person(name, language)
      const token = await running.house.database.transaction(() =>
        running.house.rooms.people.giving.invite('coordinator', activityCode),
      )
      await somebody.starts(`c_${token}`)
      return somebody
    },

    /** Waits until everything that was sent has been handled and everything owed has been said. */
    async settle(): Promise<void> {
      const { house } = running
      // What fails is tried for 26 seconds.
      const isQuiet = async () => {
        if (telegram.pendingUpdates().length > 0 || !(await house.isQuiet())) return false
        return telegram.pendingUpdates().length === 0
      }
      await until('the bot is quiet', isQuiet, 40)
    },

    /** Moves the clock, letting everything happen that is due on the way. */
    async clockShows(moment: string): Promise<void> {
      const to = Temporal.ZonedDateTime.from(moment).toInstant()
      await running.house.ticker.passTime(clock, to, world.settle)
    },

    /** Stops the bot and starts it again, as a deploy does; with another version of the sittings if given. */
    async deploys(version?: number): Promise<void> {
      await world.stops()
      await world.starts(version)
    },

    /** Stops the bot and starts it again with other keys, the first of which encrypts. */
    async changesKeys(...ids: string[]): Promise<void> {
      keyIds = ids
      await world.deploys()
    },

    /** Stops the bot. What people do from here on waits at Telegram, or is for another process. */
    stops: () => stop(running),
    async starts(version?: number): Promise<void> {
      running = await start(version)
    },

    /** The end of a story; whatever Telegram would not have taken, or taken otherwise than it was meant, fails it. */
    async close(): Promise<void> {
      await stop(running)
      const suspicious = [...telegram.suspiciousCalls]
      await telegram.stop()
      await database.drop()
      expect(complaints).toEqual([])
      expect(suspicious).toEqual([])
    },
  }
  return world
}

interface Running {
  house: House
  polling: ReturnType<House['door']['poll']>
}

type Markup = Partial<InlineKeyboardMarkup & ReplyKeyboardMarkup>

function markupOf({ payload }: ReceivedCall): Markup {
  const given = payload['reply_markup']
  return ((typeof given === 'string' ? JSON.parse(given) : given) ?? {}) as Markup
}

const keysOf = (call: ReceivedCall): InlineKeyboardButton[] => (markupOf(call).inline_keyboard ?? []).flat()

function wordsOf(call: ReceivedCall): string[] {
  const { text, caption } = call.payload
  const written = [text, caption].filter((part) => typeof part === 'string')
  return [...written.map((part) => part.replace(/<[^>]*>/g, '')), ...keysOf(call).map((key) => key.text)]
}

/** Telegram takes 64 bytes; a button whose name grew longer would not be shown at all. */
function tooLongButtons(call: ReceivedCall): string[] {
  return keysOf(call)
    .map((key) => ('callback_data' in key ? (key.callback_data ?? '') : ''))
    .filter((data) => Buffer.byteLength(data) > 64)
    .map((data) => `${call.method}: the button ${data} carries more than 64 bytes`)
}

/** The longest label that a phone of 360 px shows whole, beside one other and beside two or more. */
const longestBesideOne = 24
const longestBesideMore = 14

/** Buttons stand side by side only while each can be read; under a message, and in place of the phone's keyboard. */
function crowdedRows(call: ReceivedCall): string[] {
  const { inline_keyboard: below = [], keyboard = [] } = markupOf(call)
  const rows = [...below, ...keyboard].map((row) =>
    row.map((key) => (typeof key === 'string' ? key : key.text)),
  )
  return rows.flatMap((labels) => {
    const most = labels.length > 2 ? longestBesideMore : labels.length === 2 ? longestBesideOne : Infinity
    const tooLong = labels.filter((label) => [...label].length > most)
    return tooLong.map((label) => `${call.method}: the button “${label}” has ${labels.length - 1} beside it`)
  })
}
