import type { Logger } from 'pino'
import type { Chat } from '../../bot/context.ts'
import type { Accounts } from '../../bot/data/accounts.ts'
import type { Messenger } from '../../bot/messenger.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import type { Language } from '../../shared/localized-text.ts'
import type { Activities } from '../activities/index.ts'
import type { Documents } from '../documents/index.ts'
import type { Itinerary } from '../itinerary/index.ts'
import type { People } from '../people/index.ts'
import type { Questionnaires } from '../questionnaires/index.ts'
import type { BroadcastStore } from './data/broadcast-store.ts'

/** What the room is given by the house. */
export interface BroadcastsNeeds {
  database: Database
  clock: Clock
  people: People
  activities: Activities
  questionnaires: Questionnaires
  documents: Documents
  itinerary: Itinerary
  texts: Texts
  accounts: Accounts
  messenger: Messenger
  log: Logger
  /** Pauses what other rooms have open for this person: one thing is filled in at a time. */
  pauseOthers(chat: Chat): Promise<void>
  sendJob(name: string, ids: JobIds): Promise<void>
  homeTimeZone: string
  defaultLanguage: Language
  botUsername: string
  /** Messages a second of the whole bot. */
  sendRate: number
}

/** What nearly everything in the room works with. */
export interface Room extends BroadcastsNeeds {
  broadcasts: BroadcastStore
}
