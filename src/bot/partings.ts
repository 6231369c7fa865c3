import type { Database } from '../platform/database.ts'
import type { Accounts } from './data/accounts.ts'
import type { OutboxRows } from './data/outbox-rows.ts'
import type { Feature, Unheard } from './feature.ts'

export interface PartingsNeeds {
  database: Pick<Database, 'transaction'>
  accounts: Pick<Accounts, 'setReachable'>
  outbox: Pick<OutboxRows, 'aboutOf'>
  /** The rooms, once they are there. */
  features(): readonly Feature[]
}

/**
 * Somebody cannot be reached any more, as Telegram says only when they are written to. In one transaction, before what
 * is owed to them is dropped, because the rooms thought that they had been told.
 */
export function partings({ database, accounts, outbox, features }: PartingsNeeds) {
  const tellRooms = async (abouts: readonly string[], because: Unheard): Promise<void> => {
    if (abouts.length > 0) for (const { goesUnheard } of features()) await goesUnheard?.(abouts, because)
  }
  return {
    onUnreachable: (chatId: number): Promise<void> =>
      database.transaction(async () => {
        await accounts.setReachable(chatId, false)
        await tellRooms(await outbox.aboutOf(chatId), 'unreachable')
      }),
    /** Telegram has refused these words for good, though not whoever they are for. */
    onGivenUp: (about: string): Promise<void> => database.transaction(() => tellRooms([about], 'refused')),
  }
}
