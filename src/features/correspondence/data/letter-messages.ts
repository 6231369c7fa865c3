import type { Database } from '../../../platform/database.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Raw } from './moments.ts'

export type LetterMessages = ReturnType<typeof letterMessages>

export type MessageRole = 'source' | 'card' | 'words' | 'media'

/** Where a letter stands, or is about to. */
export interface LetterMessage {
  id: number
  letterId: number
  role: MessageRole
  personId: number | null
  chatId: number
  /** Null until Telegram has taken it. */
  messageId: number | null
}

/** A card in somebody's chat, in the language of that phone. */
export interface ShownCard extends LetterMessage {
  language: Language | null
}

/** The messages that letters are, in every chat. */
export function letterMessages({ query }: Pick<Database, 'query'>) {
  const many = async (text: string, parameters: unknown[]) =>
    (await query<Raw>(text, parameters)).map(asMessage)
  return {
    async add(message: Omit<LetterMessage, 'id'>): Promise<number> {
      const { letterId, role, personId, chatId, messageId } = message
      const [row] = await query<Raw>(
        `insert into letter_messages (letter_id, role, person_id, chat_id, message_id)
         values ($1, $2, $3::bigint, $4, $5::bigint)
         on conflict (chat_id, message_id) where message_id is not null do update set role = letter_messages.role
         returning id`,
        [letterId, role, personId, chatId, messageId],
      )
      return Number(row?.['id'])
    },

    /** Which letter stands there. */
    async at(chatId: number, messageId: number): Promise<LetterMessage | undefined> {
      const [found] = await many('select * from letter_messages where chat_id = $1 and message_id = $2', [
        chatId,
        messageId,
      ])
      return found
    },

    async read(id: number): Promise<LetterMessage | undefined> {
      const [found] = await many('select * from letter_messages where id = $1', [id])
      return found
    },

    /** Where a letter stands in one role, in the order in which it was written there. */
    of: (letterId: number, role: MessageRole): Promise<LetterMessage[]> =>
      many('select * from letter_messages where letter_id = $1 and role = $2 order by message_id, id', [
        letterId,
        role,
      ]),

    /** The cards of letters that stand in some chat. */
    async cardsOf(letterIds: readonly number[]): Promise<ShownCard[]> {
      const rows = await query<Raw>(
        `select m.*, a.language from letter_messages m left join accounts a on a.user_id = m.chat_id
         where m.letter_id = any (string_to_array($1, ',')::bigint[]) and m.role = 'card' and m.message_id is not null
         order by m.id`,
        [letterIds.join(',')],
      )
      return rows.map((row) => ({ ...asMessage(row), language: row['language'] as Language | null }))
    },

    /** Which open letter of a thread stands on whose phone. */
    async askedAbout(threadId: number): Promise<{ letterId: number; personId: number }[]> {
      const rows = await query<{ letter: number; person: number }>(
        `select distinct l.id::int as letter, m.person_id::int as person from letter_messages m join letters l on l.id = m.letter_id
         where l.thread_id = $1 and m.role = 'card' and l.settled_at is null and m.person_id is not null`,
        [threadId],
      )
      return rows.map(({ letter, person }) => ({ letterId: letter, personId: person }))
    },

    /** Telegram has taken it: it stands there under this number, an album under several. */
    async arrived(id: number, messageIds: readonly number[]): Promise<void> {
      const [first, ...rest] = messageIds
      if (first === undefined) return
      await query(`update letter_messages set message_id = $2 where id = $1`, [id, first])
      if (rest.length > 0)
        await query(
          `insert into letter_messages (letter_id, role, person_id, chat_id, message_id)
           select m.letter_id, m.role, m.person_id, m.chat_id, more.id
           from letter_messages m, unnest(string_to_array($2, ',')::bigint[]) as more(id) where m.id = $1
           on conflict do nothing`,
          [id, rest.join(',')],
        )
    },

    /** It was not taken, and will not be. */
    async remove(id: number): Promise<void> {
      await query(`delete from letter_messages where id = $1`, [id])
    },
  }
}

const asMessage = (row: Raw): LetterMessage => ({
  id: Number(row['id']),
  letterId: Number(row['letter_id']),
  role: row['role'] as MessageRole,
  personId: row['person_id'] === null ? null : Number(row['person_id']),
  chatId: Number(row['chat_id']),
  messageId: row['message_id'] === null ? null : Number(row['message_id']),
})
