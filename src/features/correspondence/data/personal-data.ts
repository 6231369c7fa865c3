import { personalTables } from '../../../bot/data/personal-tables.ts'
import type { PersonalData } from '../../../bot/personal-data.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { KeyRing } from '../../../platform/crypto.ts'
import type { Database } from '../../../platform/database.ts'
import type { LetterWords } from '../domain/letter.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import { forumStore } from './forum-store.ts'
import { erasingPerson } from './erasing.ts'
import { sealedFor } from './letter-store.ts'

/** What this room keeps of people: what they have written, and what was written to them. */
export function correspondencePersonalData(
  database: Pick<Database, 'query'>,
  clock: Clock,
  keys: Pick<KeyRing, 'open'>,
  messenger: Pick<Messenger, 'call'>,
): PersonalData {
  const forums = forumStore(database)
  const erase = erasingPerson(database)
  const theirs = { whose: 'person_id = $1', erases: 'stays' } as const
  const tables = personalTables(database, clock, [
    { table: 'threads', ...theirs },
    { table: 'letters', ...theirs, whose: '(person_id = $1 or author_id = $1)', shows: 'person_id = $1' },
    { table: 'letter_messages', ...theirs, shows: false },
    { table: 'answers_begun', ...theirs },
    { table: 'forum_groups', ...theirs, whose: 'owner_id = $1', shows: false },
    { table: 'forum_topics', ...theirs, whose: 'thread_id in (select id from threads where person_id = $1)' },
  ])
  /** Sealed words are of no use to anybody. */
  const opened = (row: object): object => {
    const { words } = row as { words?: string }
    return words === undefined
      ? row
      : { ...row, words: JSON.parse(keys.open(words, sealedFor)) as LetterWords }
  }
  return {
    ...tables,
    async show(personId) {
      const { rows, files } = await tables.show(personId)
      const { letters } = rows
      return { rows: { ...rows, ...(letters ? { letters: letters.map(opened) } : {}) }, files }
    },
    async erase(personId) {
      // What stands in a group is others' to read: the topic goes with what its name and cards say.
      for (const { chatId, topicId, threadId } of await forums.topicsOf(personId)) {
        messenger.call(chatId, 'editForumTopic', { message_thread_id: topicId, name: `#${threadId}` })
        messenger.call(chatId, 'deleteForumTopic', { message_thread_id: topicId })
      }
      await erase(personId)
    },
  }
}
