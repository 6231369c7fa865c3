import type { Chat } from '../../bot/context.ts'
import type { HandMessages } from '../../bot/data/hand-messages.ts'
import type { Accounts } from '../../bot/data/accounts.ts'
import type { HomePart } from '../../bot/feature.ts'
import type { Messenger } from '../../bot/messenger.ts'
import type { PersonalData } from '../../bot/personal-data.ts'
import type { Menu } from '../../bot/publish-profile.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import type { Words } from '../../platform/texts/words.ts'
import type { Language } from '../../shared/localized-text.ts'
import type { ForgetInTimeNeeds } from './actions/forget-in-time.ts'
import type { SeatedOn } from './domain/consents.ts'
import type { Forgets } from './domain/retention.ts'
import type { PageOfScopes } from './chat/roles.ts'

/** What this room is given: the house's tools, and what other rooms know or have to do. */
export interface PeopleNeeds {
  database: Database
  clock: Clock
  messenger: Messenger
  accounts: Accounts
  handMessages: Pick<HandMessages, 'takeUntold'>
  texts: Texts
  botUsername: string
  homeTimeZone: string
  defaultLanguage: Language
  /** Pauses what other rooms have open for this person. */
  pauseOthers(chat: Chat): Promise<void>
  /** Publishes the menu of commands that fits somebody; best effort, outside the transaction. */
  publishCommands(userId: number, language: Language, menu: Menu): void
  /** Shows again whatever question of any room is open for this person. */
  showsAgain(chat: Chat): Promise<boolean>
  showHome(chat: Chat): Promise<void>
  /** What other rooms have to be decided below `/privacy`, a row each. */
  laterPrivacyKeys(chat: Chat): Promise<HomePart['buttons']>
  /** Opens what a link leads to, of any room. */
  followLink(chat: Chat, payload: string): Promise<void>
  /** What a colleague had entered for somebody becomes theirs; whether they have been given the notice to read. */
  takeOver(chat: Chat, fromPersonId: number, toPersonId: number): Promise<boolean>
  /** How many applications are in the name of a firm. */
  applicationsOf(firmId: number): Promise<number>
  /** What other rooms have to say before two firms become one, a line each. */
  mergeDoubts(words: Words, fromId: number, intoId: number): Promise<string[]>
  /** Whatever other rooms keep about a firm is another's from here on. */
  moveFirm(fromId: number, intoId: number): Promise<void>
  /** Somebody stands otherwise with a firm than before: they belong to it, do not, or have left. */
  standingChanged(personId: number): Promise<void>
  /** Others have become people of a firm: two firms are one. */
  firmHasGrown(firmId: number): Promise<void>
  /** Whatever other rooms keep about a person is another's from here on. */
  handOver(chat: Chat, fromPersonId: number, toPersonId: number): Promise<void>
  /** Somebody has said where their day is counted. */
  zoneChosen(personId: number): Promise<void>
  /** Where somebody works by their role has changed, or by which number they are known there. */
  servingChanged(personId: number): Promise<void>
  /** Says what could not be said to somebody before. */
  catchUp(personId: number): Promise<void>
  /** What an application of theirs has been approved for, as far as consents go. */
  seatedOn(personId: number): Promise<SeatedOn>
  /** What a role can be limited to: the activities that are not over, a page of them. */
  runningActivities(language: Language, offset: number): Promise<PageOfScopes>
  isRunning(activityCode: string): Promise<boolean>
  /** Opens the activities a firm has been invited to. */
  openInvitedTo(chat: Chat, codes: readonly string[]): Promise<void>
  /** What each room keeps of people, in the order of the rooms. */
  personalData(): readonly PersonalData[]
  /** Takes back what somebody has applied for; what it returns tells the coordinators afterwards, without a name. */
  withdrawFromAll(personId: number): Promise<() => Promise<void>>
  /** What somebody would be withdrawn from, by title. */
  seatsOf(personId: number, language: Language): Promise<string[]>
  /** Lists and cards of other rooms follow what somebody has put right about themselves. */
  personCorrected(personId: number): Promise<void>
  /** The codes of activities, by their numbers. */
  activityCodes(ids: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** What each room keeps of what people have told for a journey, and how it goes. */
  forgets(): readonly Forgets[]
  /** Activities whose last day is long enough ago. */
  ended: ForgetInTimeNeeds['ended']
  /** Queues a job with the current transaction. */
  sendJob(name: string, ids: JobIds): Promise<void>
}
