import type { People } from '../people/index.ts'
import type { Logger } from 'pino'
import type { Accounts } from '../../bot/data/accounts.ts'
import type { Messenger } from '../../bot/messenger.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import type { DeskRights } from './actions/desk-rights.ts'
import { orderTable } from './actions/order-table.ts'
import { readResults } from './actions/read-results.ts'
import { resultsChat } from './chat/desk/results/results.ts'
import type { JourneyWords } from './data/journey-words.ts'
import type { QuestionnaireStore } from './data/questionnaire-store.ts'
import type { RequestStore } from './data/requests/request-store.ts'
import { resultExportStore } from './data/results/result-export-store.ts'
import { resultStore } from './data/results/result-store.ts'
import { makeTable } from './jobs/make-table.ts'

export interface ResultsNeeds {
  people: Pick<People, 'audit'>
  database: Database
  words: JourneyWords
  clock: Clock
  texts: Texts
  log: Logger
  messenger: Messenger
  accounts: Pick<Accounts, 'ofPerson'>
  homeTimeZone: string
  questionnaires: QuestionnaireStore
  requests: RequestStore
  rights: DeskRights
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** What came of the questionnaires: seen on the desk, and sent as a table. */
export function openResults(needs: ResultsNeeds) {
  const { database, clock } = needs
  const exports = resultExportStore(database, clock)
  const reading = readResults({ ...needs, results: resultStore(database, needs.words) })
  const tables = orderTable({ ...needs, reading, exports })
  return {
    reading,
    chat: resultsChat({ ...needs, reading, tables }),
    jobs: [makeTable({ ...needs, exports, reading })],
    sweeps: [exports.sweep],
  }
}
