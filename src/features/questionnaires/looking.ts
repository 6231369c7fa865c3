import type { People } from '../people/index.ts'
import type { Accounts } from '../../bot/data/accounts.ts'
import type { Messenger } from '../../bot/messenger.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import type { Answering } from './actions/answering.ts'
import { lookAtResponse } from './actions/look-at-response.ts'
import { orderPicture } from './actions/order-picture.ts'
import type { ReadResults } from './actions/read-results.ts'
import { readSummary } from './actions/read-summary.ts'
import { responsesChat } from './chat/desk/results/responses.ts'
import { summaryChat } from './chat/desk/results/summary.ts'
import type { JourneyWords } from './data/journey-words.ts'
import { columnAnswers } from './data/results/column-answers.ts'
import type { QuestionnaireStore } from './data/questionnaire-store.ts'
import type { ResponseFiles } from './data/files/response-files.ts'
import { pictureOrderStore } from './data/results/picture-order-store.ts'
import { responseList } from './data/results/response-list.ts'
import type { RoundStore } from './data/round-store.ts'
import type { ResponseStore } from './data/response-store.ts'
import { drawSummary } from './jobs/draw-summary.ts'

export interface LookingNeeds {
  people: Pick<People, 'audit'>
  database: Database
  words: JourneyWords
  clock: Clock
  homeTimeZone: string
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Messenger
  texts: Texts
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  files: ResponseFiles
  filling: Answering
  reading: ReadResults
  rounds: RoundStore
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** What a coordinator reads of the results on the phone: question by question, as pictures, and response by response. */
export function openLooking(needs: LookingNeeds) {
  const { database, clock } = needs
  const pictures = pictureOrderStore(database, clock)
  const summary = readSummary({ ...needs, answers: columnAnswers(database, needs.words) })
  const picture = orderPicture({ ...needs, summary, pictures })
  const look = lookAtResponse({ ...needs, list: responseList(database) })
  return {
    chats: [summaryChat({ ...needs, summary, picture }), responsesChat({ ...needs, look })],
    jobs: [drawSummary({ ...needs, summary, pictures })],
    sweeps: [pictures.sweep],
  }
}
