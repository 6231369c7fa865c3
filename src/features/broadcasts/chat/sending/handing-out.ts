import type { PersonsAccount } from '../../../../bot/data/accounts.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import type { Priority } from '../../domain/broadcast.ts'
import { aboutPart } from '../../domain/parts.ts'
import type { BroadcastMessages } from '../broadcast-message.ts'

/** How urgently each goes: replies to people before all of them. */
const urgencies = {
  urgent: priorities.urgent,
  important: priorities.normal,
  normal: priorities.bulk,
} as const satisfies Record<Priority, number>

export interface HandedOut {
  recipientId: number
  priority: Priority
  /** The first one counts; on the others stands a copy. */
  phones: readonly Pick<PersonsAccount, 'userId'>[]
  /** The messages, in the language of that phone. */
  messages: readonly BroadcastMessages[]
}

/** Puts somebody's messages into the outbox, the media before the words. */
export async function handOut(
  messenger: Pick<Messenger, 'deliver'>,
  { recipientId, priority, phones, messages }: HandedOut,
): Promise<void> {
  for (const [at, { userId }] of phones.entries()) {
    const { media = [], words } = messages[at] ?? {}
    const isCopy = at > 0
    for (const [nth, medium] of media.entries())
      await messenger.deliver(userId, medium, {
        priority: urgencies[priority],
        about: aboutPart({ recipientId, kind: isCopy ? 'copy' : 'media', nth }),
      })
    if (words)
      await messenger.deliver(userId, words, {
        priority: urgencies[priority],
        about: aboutPart({ recipientId, kind: isCopy ? 'copy' : 'words', nth: media.length }),
      })
  }
}
