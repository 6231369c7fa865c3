import type { ReceivedCall } from '../../../src/sandbox/sandbox-events.ts'
import type { LoggedCall } from '../../../src/sandbox/verbs.ts'
import { isLanguage } from '../../../src/shared/localized-text.ts'
import type { World } from '../world.ts'
import { chatOf, markupOf, wordsOf } from './calls.ts'
import type { Cast } from './cast.ts'
import { judgingWhose } from './judging-whose.ts'
import { judgeKeys, judgeLanguage, judgeText, type Spoken } from './judging-words.ts'
import { foreignFinder } from './wrong-language.ts'

/** What somebody has done, and what came of it. */
export interface Done {
  userId: number
  what: string
  /** They have pressed a button, which must answer and show something. */
  pressed?: { data: string; isAnswered: boolean; note: string; hasChanged: boolean }
}

export interface Finding {
  kind: string
  detail: string
}

/** Watches what the bot says to everybody, and judges it after each step. */
export async function watching(cast: Cast) {
  const { world } = cast
  const findForeign = await foreignFinder(world)
  const judgeWhose = await judgingWhose(cast)
  let [calls, logged, lines] = [world.calls.length, lastId(world), world.lines.length]
  let spoken = [await languagesOf(world)]
  /** Messages with no way on, and how often: for somebody to read. */
  const ends = new Map<string, number>()

  async function judge(done: Done): Promise<Finding[]> {
    const fresh = world.calls.slice(calls)
    const answers = world.telegram.calls(logged)
    const said = world.lines.slice(lines)
    ;[calls, logged, lines] = [world.calls.length, answers.at(-1)?.id ?? logged, world.lines.length]
    const now = await languagesOf(world)
    // A card that was being written anew while somebody changed their language comes in the former one.
    const settled = new Map(
      [...now].filter(([id, language]) => spoken.every((one) => (one.get(id) ?? language) === language)),
    )
    spoken = [...spoken.slice(-2), now]
    noteEnds(done, fresh)
    return [
      ...said.filter(isTrouble).map((detail) => ({ kind: 'log', detail })),
      ...answers.filter((call) => isRefusal(world, call)).map(refusalIn),
      ...fresh.flatMap((call) => [...wordsOf(call).flatMap(judgeText), ...judgeKeys(call)]),
      ...fresh.flatMap((call) => judgeLanguage(call, findForeign, settled, done)),
      ...judgePress(done, settled),
      ...judgeFlood(done, fresh),
      ...(await judgeWhose(fresh)),
    ]
  }

  function judgePress({ pressed, userId }: Done, now: Spoken): Finding[] {
    if (!pressed) return []
    const { data, isAnswered, note, hasChanged } = pressed
    const isBlocked = world.telegram.phone(userId).state().blocked
    const language = now.get(userId)
    const foreign = language ? findForeign([note], language) : []
    return [
      ...(isAnswered ? [] : [{ kind: 'no answer', detail: data }]),
      ...(note !== '' || hasChanged || isBlocked ? [] : [{ kind: 'dead button', detail: kindOf(data) }]),
      ...judgeText(note),
      ...foreign.map((detail) => ({ kind: 'language', detail: `${language ?? ''} is told ${detail}` })),
    ]
  }

  function noteEnds({ userId, what }: Done, fresh: readonly ReceivedCall[]): void {
    const mine = fresh.filter(
      (call) => /^(sendMessage|editMessageText)/.test(call.method) && chatOf(call) === userId,
    )
    if (mine.length === 0 || mine.some((call) => markupOf(call) !== undefined)) return
    const said = mine.flatMap(wordsOf).at(-1)?.replaceAll(/\d+/g, '#').slice(0, 160) ?? ''
    const key = `${kindOf(what)} → ${said.replaceAll('\n', ' / ')}`
    ends.set(key, (ends.get(key) ?? 0) + 1)
  }

  return { judge, ends }
}

export const kindOf = (data: string): string => data.split(':')[0] ?? ''

/** How many messages may come of one tap. */
const mostOfOneTap = 5

function judgeFlood({ pressed, userId }: Done, fresh: readonly ReceivedCall[]): Finding[] {
  const mine = fresh.filter(
    (call) =>
      /^(send|copy|forward)/.test(call.method) && !call.method.endsWith('Action') && chatOf(call) === userId,
  )
  // A preview shows what goes out, in each of its languages.
  return pressed && !/^b\.(preview|corrected):/.test(pressed.data) && mine.length > mostOfOneTap
    ? [{ kind: 'flood', detail: `${kindOf(pressed.data)}: ${mine.length} messages` }]
    : []
}

/** Whoever has blocked the bot cannot be reached, which is no trouble. */
const isTrouble = (line: string) =>
  /"level":"(error|fatal)"|\.failed|send\.refused/.test(line) && !line.includes('"verdict":"unreachable"')

const refusalIn = ({ method, description }: LoggedCall): Finding => ({
  kind: 'refused by Telegram',
  detail: `${method}: ${description ?? ''}`,
})

const lastId = (world: World) => world.telegram.calls().at(-1)?.id ?? 0

function isRefusal(world: World, { ok, method, chatId, description = '' }: LoggedCall): boolean {
  if (ok || method === 'getUpdates') return false
  // The second comes of a live message that stands on the phone's own keyboard; the sender takes both for harmless.
  if (/message is not modified|message can't be edited/.test(description)) return false
  return !(
    description.includes('bot was blocked') &&
    chatId !== undefined &&
    world.telegram.phone(chatId).state().blocked
  )
}

async function languagesOf(world: World): Promise<Spoken> {
  const rows = await world.house.database.query<{ id: string; language: string }>(
    'select user_id as id, language from accounts',
    [],
  )
  return new Map(
    rows.flatMap(({ id, language }) => (isLanguage(language) ? [[Number(id), language] as const] : [])),
  )
}
