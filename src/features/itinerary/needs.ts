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
import type { People } from '../people/index.ts'
import type { OwnProgrammes } from './actions/own-programme.ts'
import type { ReadScene } from './actions/read-scene.ts'
import type { RunsActivity } from './actions/runs-activity.ts'
import type { Serving } from './actions/serving.ts'
import type { Delivering } from './chat/delivering.ts'
import type { DeliveryStore } from './data/changes/delivery-store.ts'
import type { ItemStore } from './data/programme/item-store.ts'
import type { RuleStore } from './data/reminders/rule-store.ts'

/** What the room is given by the house. */
export interface ItineraryNeeds {
  database: Database
  clock: Clock
  people: People
  activities: Activities
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
  /** Where calendars reach this service, without a slash at the end; absent: nowhere. */
  publicUrl: string | undefined
}

/** What nearly everything in the room works with. */
export interface Room extends ItineraryNeeds {
  items: ItemStore
  deliveries: DeliveryStore
  deliver: Delivering
  rules: RuleStore
  /** The activity, if this person coordinates it; else a refusal. */
  runs: RunsActivity
  ownProgrammes: OwnProgrammes
  readScene: ReadScene
  /** Who works at an activity without a seat. */
  serving: Serving
}
