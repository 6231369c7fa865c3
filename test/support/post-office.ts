import { Api } from 'grammy'
import { pino } from 'pino'
import type { Fate, Feature } from '../../src/bot/feature.ts'
import { frontDoor } from '../../src/bot/front-door.ts'
import { measureNothing, type Measure } from '../../src/bot/measure.ts'
import { openTransport } from '../../src/bot/sending/transport.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { openSessionLocks } from '../../src/platform/session-locks.ts'
import { openTexts } from '../../src/platform/texts/open-texts.ts'

export interface PostOfficeOptions {
  databaseUrl: string
  token: string
  apiRoot: string
  sendRate?: number
  answerSeconds?: number
  measure?: Partial<Measure>
  /** What the room does besides writing down what it learns. */
  learnsFates?: Feature['learnsFates']
}

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

/** The front door with one small room behind it: the room sends letters, and writes down what has become of each. */
export async function openPostOffice(options: PostOfficeOptions) {
  const { databaseUrl, token, apiRoot, sendRate = 1000, answerSeconds = 15, learnsFates } = options
  const transport = openTransport({ token, root: apiRoot, limits: { answer: answerSeconds } })
  const api = new Api(token, transport.client)
  const database = openDatabase({ url: databaseUrl, connections: 4 })
  const locks = openSessionLocks(databaseUrl)
  for (const table of tables) await database.query(table, [])
  const lines: string[] = []
  const door = await frontDoor({
    api,
    call: transport.call,
    me: await api.getMe(),
    database,
    locks,
    clock: systemClock,
    log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
    texts: openTexts({ onGap: () => {} }),
    measure: { ...measureNothing, ...options.measure },
    sendRate,
    chatBurst: 5,
    defaultLanguage: 'en',
    hands: 8,
    keys: { seal: (text) => text, open: (sealed) => sealed },
  })
  const room: Feature = {
    name: 'post office',
    async learnsFates(fates) {
      await database.query(
        `insert into learnt (about, fate, message_id)
         select f->>'about', f->>'fate', (f->>'messageId')::int from jsonb_array_elements($1::jsonb) f`,
        [JSON.stringify(fates)],
      )
      await database.query(
        `update post_letters set state = f->>'fate' from jsonb_array_elements($1::jsonb) f where about = f->>'about'`,
        [JSON.stringify(fates)],
      )
      await learnsFates?.(fates)
    },
  }
  await door.open([room])
  return {
    door,
    database,
    lines,
    messenger: door.messenger,
    /** Sends up to a hundred of the letters that nobody has sent yet; resolves with how many. */
    sendLetters: (): Promise<number> =>
      database.transaction(async () => {
        const taken = await database.query<{ about: string; chat_id: string }>(takeLetters, [])
        for (const { about, chat_id: chatId } of taken)
          await door.messenger.deliver(Number(chatId), { text: about }, { about })
        return taken.length
      }),
    /** All the fates it was ever told, as `about fate`. */
    async learnt(): Promise<string[]> {
      const rows = await database.query<Learnt>(`select about, fate from learnt order by about`, [])
      return rows.map(({ about, fate }) => `${about} ${fate}`)
    },
    async close(): Promise<void> {
      await door.close()
      await locks.close()
      await database.close()
      transport.close()
    },
  }
}

type Learnt = Pick<Fate, 'about' | 'fate'>

/** `post_letters` are sent by whoever takes them; `learnt` would show a fate that is told twice. */
const tables = [
  `create table if not exists learnt (about text not null, fate text not null, message_id integer)`,
  `create table if not exists post_letters (about text primary key, chat_id bigint not null, state text not null default 'planned')`,
]

const takeLetters = `
  update post_letters set state = 'sending' where about in (
    select about from post_letters where state = 'planned' order by chat_id limit 100 for update skip locked)
  returning about, chat_id`
