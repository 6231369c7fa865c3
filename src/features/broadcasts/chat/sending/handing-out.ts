import type { PersonsAccount } from '../../../../bot/data/accounts.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import type { Priority } from '../../domain/broadcast.ts'
import { aboutPart } from '../../domain/parts.ts'
import type { BroadcastMessages } from '../broadcast-message.ts'

/** Whether the words stand under a picture or a file. */
export const isCaption = ({ words }: BroadcastMessages): boolean => 'content' in words

/** How urgently each goes: replies to people before all of them. */
export const urgencies = {
  urgent: priorities.urgent,
  important: priorities.normal,
  normal: priorities.bulk,
} as const satisfies Record<Priority, number>

export interface HandedOut {
  recipientId: number
  priority: Priority
  /** The correction that the words have. */
  revision: number
  usefulUntil: Temporal.Instant | null
  /** The first one counts; on the others stands a copy. */
  phones: readonly Pick<PersonsAccount, 'userId'>[]
  /** The messages, in the language of that phone. */
  messages: readonly BroadcastMessages[]
}

/** Puts somebody's messages into the outbox, the media before the words. */
export async function handOut(
  messenger: Pick<Messenger, 'deliver'>,
  { recipientId, priority, revision, usefulUntil, phones, messages }: HandedOut,
): Promise<void> {
  const more = { priority: urgencies[priority], usefulUntil: usefulUntil ?? undefined }
  for (const [at, { userId }] of phones.entries()) {
    const message = messages[at]
    if (!message) continue
    const isCopy = at > 0
    const mediaKind = isCopy ? 'copyMedia' : 'media'
    for (const [nth, medium] of message.media.entries())
      await messenger.deliver(userId, medium, {
        ...more,
        about: aboutPart({ recipientId, kind: mediaKind, nth }),
      })
    const copyKind = isCaption(message) ? 'copyCaption' : 'copyWords'
    await messenger.deliver(userId, message.words, {
      ...more,
      about: aboutPart({ recipientId, kind: isCopy ? copyKind : 'words', nth: revision }),
    })
  }
}
