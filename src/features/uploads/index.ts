import type { Logger } from 'pino'
import type { Accounts } from '../../bot/data/accounts.ts'
import type { DownloadFile } from '../../bot/download-file.ts'
import type { Feature } from '../../bot/feature.ts'
import type { Messenger } from '../../bot/messenger.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import type { People } from '../people/index.ts'
import { settleUpload } from './actions/settle-upload.ts'
import type { UploadKind } from './chat/upload-kind.ts'
import { uploadsChat } from './chat/uploads.ts'
import { uploadsPersonalData } from './data/personal-data.ts'
import { uploadStore, type UploadKeys } from './data/upload-store.ts'
import { giveUpUpload } from './jobs/give-up-upload.ts'
import { judgeUpload } from './jobs/judge-upload.ts'
import { readUpload } from './jobs/read-upload.ts'

export { discardUpload } from './chat/buttons.ts'
export { fitting, shortened, type Answer } from './chat/answer.ts'
export { findingsSheet, mistakesAnswer, type Finding } from './chat/mistakes.ts'
export { listOf, previewButtons } from './chat/preview.ts'
export { refusedAnswer } from './chat/refusals.ts'
export { screenOf } from './chat/screen.ts'
export { showAnswer } from './chat/show-answer.ts'
export type { UploadKind } from './chat/upload-kind.ts'
export type { WaitingUpload } from './actions/settle-upload.ts'
export type { UploadKeys, UploadStore } from './data/upload-store.ts'
export { isUnderWay, type Upload, type UploadContent } from './domain/upload.ts'
export { nameOf, wordsFor } from './jobs/uploader.ts'

export interface UploadsNeeds {
  database: Database
  clock: Clock
  people: People
  texts: Texts
  accounts: Accounts
  messenger: Messenger
  log: Logger
  download: DownloadFile
  keys: UploadKeys
  sendJob(name: string, ids: JobIds): Promise<void>
}

export type Uploads = ReturnType<typeof uploads>

/** Uploads: spreadsheets that coordinators send, read by a job, and published by a tap on their preview. */
export function uploads(needs: UploadsNeeds) {
  const store = uploadStore(needs)
  const kinds: UploadKind[] = []
  const room = { ...needs, uploads: store, kinds }
  const feature: Feature = { name: 'uploads', chat: uploadsChat(room) }
  return {
    feature,
    store,
    /** A later room takes a kind of spreadsheet. */
    take: (kind: UploadKind) => void kinds.push(kind),
    /** An upload that waits for a tap of this person, locked: for buttons of a room beside those of the preview. */
    waiting: settleUpload({ uploads: store }).waiting,
    /** What becomes of a file whose job has failed in every try. */
    giveUp: giveUpUpload(room),
    jobs: [readUpload({ ...room, judge: judgeUpload(room) })],
    sweeps: store.sweeps,
    personalData: uploadsPersonalData(needs.database, needs.clock, store),
  }
}
