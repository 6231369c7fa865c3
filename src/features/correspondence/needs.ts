import type { Chat } from '../../bot/context.ts'
import type { Accounts } from '../../bot/data/accounts.ts'
import type { Messenger } from '../../bot/messenger.ts'
import type { Clock } from '../../platform/clock.ts'
import type { KeyRing } from '../../platform/crypto.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import type { Language } from '../../shared/localized-text.ts'
import type { Activities } from '../activities/index.ts'
import type { Broadcasts } from '../broadcasts/index.ts'
import type { Itinerary } from '../itinerary/index.ts'
import type { People } from '../people/index.ts'
import type { AnswersBegun } from './data/answers-begun.ts'
import type { LetterMessages } from './data/letter-messages.ts'
import type { LetterStore } from './data/letter-store.ts'
import type { ThreadStore } from './data/thread-store.ts'
import type { Writers } from './data/writers.ts'

/** What has to be asked of Telegram about groups, outside any transaction. */
export interface Groups {
  createForumTopic(chatId: number, name: string): Promise<{ message_thread_id: number }>
  getChat(chatId: number): Promise<{ is_forum?: boolean | undefined }>
  getChatMemberCount(chatId: number): Promise<number>
}

/** What the room is given by the house. */
export interface CorrespondenceNeeds {
  database: Database
  clock: Clock
  keys: KeyRing
  people: People
  activities: Activities
  itinerary: Itinerary
  broadcasts: Broadcasts
  texts: Texts
  accounts: Accounts
  messenger: Messenger
  /** Pauses what other rooms have open for this person: one thing is written at a time. */
  pauseOthers(chat: Chat): Promise<void>
  /** Shows the question that this person is being asked, after something else was said. */
  showsAgain(chat: Chat): Promise<void>
  homeTimeZone: string
  defaultLanguage: Language
  api: Groups
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** What nearly everything in the room works with. */
export interface Room extends CorrespondenceNeeds {
  threads: ThreadStore
  letters: LetterStore
  places: LetterMessages
  begun: AnswersBegun
  writers: Writers
}
