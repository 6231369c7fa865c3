import type { Hono } from 'hono'
import type { Message, Update } from 'grammy/types'
import type { HttpBindings } from '@hono/node-server'
import { movableClock, type MovableClock } from '../platform/clock.ts'
import { answerCall, type Outcome } from './bot-api/answer-call.ts'
import { callLog, type CallInFull, type CallLog, type SuspiciousCall } from './bot-api/call-log.ts'
import { pressWaiters } from './bot-api/callbacks.ts'
import { faults as newFaults, type Faults } from './bot-api/faults.ts'
import { botApiOverHttp } from './bot-api/http.ts'
import { readInput, type Call } from './bot-api/input.ts'
import type { ApiContext } from './bot-api/method.ts'
import { pace as newPace, telegramLimits, type Limits } from './bot-api/pace.ts'
import { polling } from './bot-api/polling.ts'
import { realSchedule, type Schedule } from './bot-api/schedule.ts'
import { updateQueue } from './bot-api/update-queue.ts'
import { webhookDelivery } from './bot-api/webhook.ts'
import { group, openGroup, type Group, type NewGroup } from './groups.ts'
import { receive } from './incoming.ts'
import { openPhone, type NewPhone } from './open-phone.ts'
import { phone, type Phone } from './phone.ts'
import { phoneNeeds } from './phone-needs.ts'
import { forgePress } from './pressing.ts'
import type { SandboxEvent } from './sandbox-events.ts'
import type { ButtonAnswer, LoggedCall, SandboxState } from './verbs.ts'
import { openWorld, type World } from './world.ts'

export interface TelegramNeeds {
  token: string
  username: string
  botName?: string
  clock?: MovableClock
  /** Path of a SQLite file that outlives the process; without it everything is forgotten. */
  storage?: string
  /** Off unless given; `telegramLimits` are Telegram's. */
  limits?: Partial<Limits>
  schedule?: Schedule
}

/** A whole Telegram in one object: phones, groups, the Bot API, and switches for what may go wrong. */
export interface Telegram {
  /** The Bot API as an app to listen with: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
  readonly botApi: Hono<{ Bindings: Partial<HttpBindings> }>
  readonly world: World
  readonly clock: MovableClock
  readonly faults: Faults
  readonly limits: Limits
  openPhone(newPhone: NewPhone): Phone
  phone(userId: number): Phone
  phones(): Phone[]
  openGroup(newGroup: NewGroup): Group
  group(chatId: number): Group
  state(): SandboxState
  subscribe(listener: (event: SandboxEvent) => void): () => void
  calls(after?: number): LoggedCall[]
  /** One of the last calls with its parameters and its answer. */
  callInFull(id: number): CallInFull | undefined
  /** Calls that Telegram would have taken without doing what was meant; a test expects none. */
  readonly suspiciousCalls: SuspiciousCall[]
  /** Updates that the bot has not confirmed yet, oldest first. */
  pendingUpdates(): Update[]
  /** The last `count` updates handed out come once more, as after a crash of the bot or a lost answer. */
  redeliver(count?: number): void
  /** A press the person's app would not offer: of a button that has changed or gone since, or with made-up data. */
  forgePress(press: { userId: number; messageId: number; data: string }): Promise<ButtonAnswer | null>
  /** What Telegram itself reports in somebody's chat with the bot, e.g. a changed timer or a pinned message. */
  report(userId: number, content: Partial<Message>): void
  /** A call without HTTP. */
  call(call: Call): Outcome | Promise<Outcome>
  moveClock(moment: Temporal.Instant): void
  file(fileId: string): { bytes: Uint8Array; mimeType: string; name: string } | undefined
  reset(): void
  close(): void
}

/** Opens a Telegram; nothing listens yet. The bot's id is the number its token begins with. */
export function createTelegram(needs: TelegramNeeds): Telegram {
  const { token, schedule = realSchedule } = needs
  const { context, pace, log } = assemble(needs, schedule)
  const { world, queue, webhook } = context
  const faults = newFaults()
  const answer = answerCall(context, pace)
  webhook.wake()
  return {
    botApi: botApiOverHttp({ token, world, log, faults, schedule, answer }),
    world,
    clock: world.clock,
    faults,
    limits: pace.limits,
    ...phonesOf(context),
    subscribe: (listener) => world.events.subscribe(listener),
    calls: (after = 0) => log.after(after),
    callInFull: (id) => log.find(id),
    suspiciousCalls: log.suspicious,
    pendingUpdates: () =>
      world.updates
        .values()
        .map(({ update }) => update)
        .toArray(),
    redeliver: (count = 1) => queue.redeliver(count),
    forgePress: (press) => forgePress(context, press),
    report(userId, content) {
      const { chat, person } = phoneNeeds(context, userId)
      receive(context, chat(), { from: person().user }, content)
    },
    call: (call) => answer(readInput(call)),
    moveClock: (moment) => world.moveClock(moment),
    file(fileId) {
      const file = world.files.get(fileId)
      const bytes = file && world.bytes.bytes(file.bytesKey)
      return file && bytes && { bytes, mimeType: file.mimeType, name: file.name }
    },
    reset() {
      log.clear()
      world.reset()
    },
    close() {
      webhook.stop()
      world.close()
    },
  }
}

function assemble(needs: TelegramNeeds, schedule: Schedule) {
  const { token, username, botName = 'Heyet', clock = movableClock(), storage } = needs
  const botId = Number.parseInt(token, 10) || 1
  const world = openWorld({ botId, username, botName, clock, ...(storage !== undefined && { storage }) })
  const queue = updateQueue(world)
  const context: ApiContext = {
    world,
    queue,
    polling: polling(world, queue, schedule),
    webhook: webhookDelivery(world, queue, schedule),
    presses: pressWaiters(schedule),
  }
  const limits: Limits = { ...telegramLimits, isEnforced: needs.limits !== undefined, ...needs.limits }
  const log: CallLog = callLog(() => world.clock.now().toString())
  return { context, pace: newPace(world, limits), log }
}

function phonesOf(context: ApiContext) {
  const { world } = context
  const phones = () =>
    world.people
      .keys()
      .map((userId) => phone(context, userId))
      .toArray()
  return {
    phones,
    phone: (userId: number) => phone(context, userId),
    group: (chatId: number) => group(context, chatId),
    openGroup: (newGroup: NewGroup) => openGroup(context, newGroup),
    openPhone: (newPhone: NewPhone) => phone(context, openPhone(world, newPhone)),
    state: (): SandboxState => ({
      now: world.clock.now().toString(),
      phones: phones().map((each) => each.state()),
      bot: { username: world.bot.username ?? '' },
    }),
  }
}
