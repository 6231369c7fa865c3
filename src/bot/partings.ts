import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { Accounts } from './data/accounts.ts'
import type { Dropped, OutboxRows } from './data/outbox-rows.ts'
import type { Fate, Feature, Unheard } from './feature.ts'

export interface PartingsNeeds {
  database: Pick<Database, 'transaction'>
  clock: Clock
  accounts: Pick<Accounts, 'setReachable'>
  outbox: Pick<OutboxRows, 'dropChat'>
  /** The rooms, once they are there. */
  features(): readonly Feature[]
  learnFates(fates: readonly Fate[]): Promise<void>
}

/**
 * Somebody cannot be reached any more, as Telegram says only when they are written to. What is owed to them goes, in one
 * transaction with the rooms' learning of it, because those thought that they had been told.
 */
export function partings({ database, clock, accounts, outbox, features, learnFates }: PartingsNeeds) {
  const tellRooms = async (abouts: readonly string[], because: Unheard): Promise<void> => {
    if (abouts.length > 0) for (const { goesUnheard } of features()) await goesUnheard?.(abouts, because)
  }
  return {
    onUnreachable: (chatId: number, upTo: number): Promise<void> =>
      database.transaction(async () => {
        await accounts.setReachable(chatId, false)
        const dropped = await outbox.dropChat(chatId, upTo)
        await tellRooms([...new Set(aboutOf(dropped, false))], 'unreachable')
        const ended = { chatId, fate: 'unreachable', messageId: null, at: clock.now() } as const
        await learnFates(aboutOf(dropped, true).map((about) => ({ ...ended, about })))
      }),
    /** Telegram has refused these words for good, though not whoever they are for. */
    onGivenUp: (about: string): Promise<void> => database.transaction(() => tellRooms([about], 'refused')),
  }
}

const aboutOf = (dropped: readonly Dropped[], deliveries: boolean): string[] =>
  dropped.flatMap(({ about, isOnce }) => (about !== null && isOnce === deliveries ? [about] : []))
