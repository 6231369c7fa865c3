import type activities from '../../../locales/en/activities.json'
import type audit from '../../../locales/en/audit.json'
import type boarding from '../../../locales/en/boarding.json'
import type broadcasts from '../../../locales/en/broadcasts.json'
import type addressing from '../../../locales/en/addressing.json'
import type composing from '../../../locales/en/composing.json'
import type correspondence from '../../../locales/en/correspondence.json'
import type byhand from '../../../locales/en/byhand.json'
import type bot from '../../../locales/en/bot.json'
import type calendar from '../../../locales/en/calendar.json'
import type changes from '../../../locales/en/changes.json'
import type desk from '../../../locales/en/desk.json'
import type mydata from '../../../locales/en/mydata.json'
import type formdesk from '../../../locales/en/formdesk.json'
import type formresults from '../../../locales/en/formresults.json'
import type documents from '../../../locales/en/documents.json'
import type formattach from '../../../locales/en/formattach.json'
import type formsummary from '../../../locales/en/formsummary.json'
import type itinerary from '../../../locales/en/itinerary.json'
import type life from '../../../locales/en/life.json'
import type notice from '../../../locales/en/notice.json'
import type people from '../../../locales/en/people.json'
import type planning from '../../../locales/en/planning.json'
import type person from '../../../locales/en/person.json'
import type privacy from '../../../locales/en/privacy.json'
import type programme from '../../../locales/en/programme.json'
import type questionnaires from '../../../locales/en/questionnaires.json'
import type reminders from '../../../locales/en/reminders.json'
import type rules from '../../../locales/en/rules.json'
import type reports from '../../../locales/en/reports.json'
import type sending from '../../../locales/en/sending.json'
import type time from '../../../locales/en/time.json'
import type uploads from '../../../locales/en/uploads.json'
import type afterwards from '../../../locales/en/afterwards.json'
import type several from '../../../locales/en/several.json'
import type watching from '../../../locales/en/watching.json'
import type workbook from '../../../locales/en/workbook.json'
import type xlsform from '../../../locales/en/xlsform.json'
import type { MarkdownFile } from './markdown-file.ts'

/**
 * The files of `locales/<language>/`, so that a key that does not exist does not compile. A new file is one line here;
 * a test compares this list with the folder.
 */
export interface Catalogue {
  activities: typeof activities
  audit: typeof audit
  boarding: typeof boarding
  broadcasts: typeof broadcasts
  addressing: typeof addressing
  composing: typeof composing
  correspondence: typeof correspondence
  bot: typeof bot
  /** What reads otherwise where a coordinator passes it on: the same keys under the name of their room. */
  byhand: typeof byhand
  calendar: typeof calendar
  changes: typeof changes
  desk: typeof desk
  /** The names of tables and columns in the file of one's own data. */
  mydata: typeof mydata
  formdesk: typeof formdesk
  formresults: typeof formresults
  documents: typeof documents
  formattach: typeof formattach
  formsummary: typeof formsummary
  itinerary: typeof itinerary
  life: typeof life
  /** Its text is `notice.md`. */
  notice: typeof notice & MarkdownFile
  people: typeof people
  planning: typeof planning
  person: typeof person
  privacy: typeof privacy
  programme: typeof programme
  questionnaires: typeof questionnaires
  reminders: typeof reminders
  rules: typeof rules
  reports: typeof reports
  sending: typeof sending
  time: typeof time
  uploads: typeof uploads
  several: typeof several
  watching: typeof watching
  afterwards: typeof afterwards
  workbook: typeof workbook
  xlsform: typeof xlsform
}

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'many' | 'other'}` ? Base : Key

type Paths<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${Paths<Texts[Key]>}`
}[keyof Texts & string]

/** The key of a sentence: `people:errors.phoneTooShort`. Plural forms share one key and are chosen by `count`. */
export type TextKey = {
  [Room in keyof Catalogue]: `${Room}:${Paths<Catalogue[Room]>}`
}[keyof Catalogue]
