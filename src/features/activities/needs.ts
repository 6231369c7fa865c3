import type { Logger } from 'pino'
import type { Chat } from '../../bot/context.ts'
import type { Accounts } from '../../bot/data/accounts.ts'
import type { CardSubject, DeskNumber, DeskPart, DeskReach, HomePart } from '../../bot/feature.ts'
import type { Messenger } from '../../bot/messenger.ts'
import type { Clock } from '../../platform/clock.ts'
import type { KeyRing } from '../../platform/crypto.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import type { Words } from '../../platform/texts/words.ts'
import type { Language } from '../../shared/localized-text.ts'
import type { People } from '../people/index.ts'
import type { Uploads } from '../uploads/index.ts'
import type { ApplicationForms } from './chat/applying/application-forms.ts'
import type { FindForms } from './chat/applying/form-notes.ts'
import type { ActivityStore } from './data/activity-store.ts'
import type { ApplicationStore } from './data/application-store.ts'
import type { KeptProgramme } from './domain/kept-programme.ts'

/** What the room is given by the house. */
export interface ActivitiesNeeds {
  database: Database
  clock: Clock
  people: People
  texts: Texts
  accounts: Accounts
  messenger: Messenger
  log: Logger
  keys: Pick<KeyRing, 'seal' | 'open'>
  uploads: Uploads
  sendJob(name: string, ids: JobIds): Promise<void>
  homeTimeZone: string
  defaultLanguage: Language
  botUsername: string
  /** What later rooms have on the desk. */
  laterDesk(words: Words): DeskPart
  /** What of later rooms needs a coordinator's hand today. */
  laterNumbers(words: Words, reach: DeskReach): Promise<DeskNumber[]>
  /** Who of an activity has not handed in its travel form, or a document it asks for, by application. */
  lacking(activityId: number, what: 'form' | 'document'): Promise<readonly number[]>
  /** What later rooms have below an activity on the desk, row by row. */
  laterActivityKeys(words: Words, activityId: number): HomePart['buttons']
  /** What later rooms know of somebody, in words, row by row. */
  laterPersonCard(words: Words, whose: CardSubject): Promise<HomePart>
  /** What later rooms have below a trip for whoever has applied for it, row by row. */
  laterTripKeys(words: Words, whose: CardSubject): Promise<HomePart['buttons']>
  programme: KeptProgramme
  /** What somebody has told for the journey of an activity goes. */
  forgetTravel(personId: number, activityId: number): Promise<void>
  /** Who was at a mandatory item of an activity or on board, by application. */
  attended(activityId: number): Promise<ReadonlySet<number>>
  /** The form that an activity asks inside of an application. */
  applicationForms: ApplicationForms
  findForms: FindForms
  /** Who has a seat, or what is known of them or of the activity, is other than it was; later rooms go by it. */
  participantsChanged: ParticipantsChanged
  /** What later rooms know of how these people want to be told something. */
  easeOf(personIds: readonly number[], at: Temporal.Instant): Promise<Ease>
  /** Pauses what other rooms have open for this person: one draft is filled in at a time. */
  pauseOthers(chat: Chat): Promise<void>
}

/** How people are to be told what they may do without. */
export interface Ease {
  /** Where they are, as far as a trip of theirs says it. */
  zones: ReadonlyMap<number, string>
  /** Without a sound. */
  muted: ReadonlySet<number>
  /** Not at all. */
  wantNoNews: ReadonlySet<number>
}

/** In the same transaction; of all who have a seat, or of these. */
export type ParticipantsChanged = (
  activityId: number,
  applicationIds: readonly number[] | 'all',
) => Promise<void>

/** What nearly everything in the room works with. */
export interface Room {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
  forms: ApplicationForms
}
