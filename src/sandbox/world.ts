import type { BotCommand, User } from 'grammy/types'
import type { MovableClock } from '../platform/clock.ts'
import { sandboxEvents, type SandboxEvents } from './sandbox-events.ts'
import { keptMessages, type Messages } from './world-messages.ts'
import { cupboard, type Shelf } from './world-shelf.ts'
import { memoryStorage, sqliteStorage, type WorldStorage } from './world-storage.ts'
import type {
  ChatAction,
  KeptChat,
  KeptFile,
  KeptPerson,
  KeptQuery,
  KeptUpdate,
  KeptWebhook,
} from './world-things.ts'

/** All there is in the pretend Telegram. Who changes it need not think of storage or of who is looking. */
export interface World {
  readonly bot: User
  readonly clock: MovableClock
  readonly events: SandboxEvents
  readonly people: Shelf<number, KeptPerson>
  readonly chats: Shelf<number, KeptChat>
  readonly messages: Messages
  readonly updates: Shelf<number, KeptUpdate>
  readonly queries: Shelf<string, KeptQuery>
  readonly files: Shelf<string, KeptFile>
  readonly bytes: Pick<WorldStorage, 'putBytes' | 'bytes'>
  readonly commands: Shelf<string, BotCommand[]>
  /** Name, description and short description, by `<which>/<language>`. */
  readonly texts: Shelf<string, string>
  readonly webhooks: Shelf<string, KeptWebhook>
  readonly allowedUpdates: Shelf<string, string[]>
  readonly menuButtons: Shelf<string, NonNullable<KeptChat['menuButton']>>
  /** What the bot is shown to be doing in a chat; forgotten with the process. */
  readonly actions: Map<number, ChatAction>
  /** The next number of a series: 1, 2, 3 … unless it starts elsewhere. */
  next(series: string, startAt?: number): number
  /** Unix seconds of the sandbox's clock. */
  now(): number
  moveClock(moment: Temporal.Instant): void
  /** No people, chats, messages and updates any more. What the bot has set up stays, and numbers run on. */
  reset(): void
  close(): void
}

export interface WorldNeeds {
  botId: number
  username: string
  botName: string
  clock: MovableClock
  /** Path of a SQLite file; without it everything is forgotten with the process. */
  storage?: string
}

export function openWorld(needs: WorldNeeds): World {
  const { clock, storage: path } = needs
  const storage = path === undefined ? memoryStorage() : sqliteStorage(path)
  const events = sandboxEvents()
  const things = openShelves(storage, path === undefined, events)
  const { counters, ahead, keeper, ...shelves } = things
  const actions = new Map<number, ChatAction>()
  const wasAhead = ahead.get('clock')
  if (wasAhead !== undefined) clock.moveTo(Temporal.Now.instant().add({ milliseconds: wasAhead }))
  return {
    ...shelves,
    bot: describeBot(needs),
    clock,
    events,
    bytes: storage,
    actions,
    next(series, startAt = 1) {
      const number = counters.get(series) ?? startAt
      counters.set(series, number + 1)
      return number
    },
    now: () => Math.floor((Date.now() + clock.aheadByMilliseconds) / 1000),
    moveClock(moment) {
      clock.moveTo(moment)
      ahead.set('clock', clock.aheadByMilliseconds)
      events.publish({ kind: 'clock', now: clock.now().toString() })
    },
    reset() {
      const { people, chats, messages, updates, queries, files } = shelves
      for (const shelf of [people, chats, messages, updates, queries, files]) shelf.clear()
      actions.clear()
      events.publish({ kind: 'reset' })
    },
    close() {
      keeper.flush()
      storage.close()
    },
  }
}

function openShelves(storage: WorldStorage, keepsNothing: boolean, events: SandboxEvents) {
  const keeper = cupboard(storage, keepsNothing)
  const show = (chatId: number) => events.phoneChanged(chatId)
  const people = keeper.numberedShelf<KeptPerson>('person', show)
  const showAll = () => {
    for (const userId of people.keys()) show(userId)
  }
  return {
    keeper,
    people,
    counters: keeper.shelf<number>('counter'),
    ahead: keeper.shelf<number>('ahead'),
    chats: keeper.numberedShelf<KeptChat>('chat', show),
    messages: keptMessages(keeper, show),
    updates: keeper.numberedShelf<KeptUpdate>('update'),
    queries: keeper.shelf<KeptQuery>('query'),
    files: keeper.shelf<KeptFile>('file'),
    commands: keeper.shelf<BotCommand[]>('commands', showAll),
    texts: keeper.shelf<string>('text', showAll),
    webhooks: keeper.shelf<KeptWebhook>('webhook'),
    allowedUpdates: keeper.shelf<string[]>('allowed'),
    menuButtons: keeper.shelf<NonNullable<KeptChat['menuButton']>>('menu', showAll),
  }
}

function describeBot({ botId, username, botName }: WorldNeeds): User {
  return { id: botId, is_bot: true, first_name: botName, username }
}
