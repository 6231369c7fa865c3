import type { JobIds } from '../../../platform/jobs.ts'
import { SpreadsheetRefused } from '../../../platform/spreadsheets/index.ts'
import { mayDo, type People } from '../../people/index.ts'
import type { UploadStore } from '../data/upload-store.ts'

/** The largest file that is read. */
export const mostMegabytes = 8

/** The job that reads a file; its name is older than this room. */
export const readJob = 'activities.read-upload'

export interface ReceiveUploadNeeds {
  people: People
  uploads: UploadStore
  sendJob(name: string, ids: JobIds): Promise<void>
}

export interface ReceivedFile {
  chatId: number
  personId: number | null
  fileId: string
  fileName: string | null
  /** Bytes, where Telegram says it. */
  size: number | undefined
}

/** Takes a spreadsheet to be read by a job; `undefined` when it comes from somebody who coordinates nothing. */
export function receiveUpload({ people, uploads, sendJob }: ReceiveUploadNeeds) {
  return async ({ size = 0, personId, ...file }: ReceivedFile): Promise<number | undefined> => {
    if (personId === null || !mayDo(await people.roles.of(personId), 'openDesk')) return undefined
    if (size > mostMegabytes * 1024 * 1024)
      throw new SpreadsheetRefused('E_FILE_TOO_LARGE', 'bytes', { limit: mostMegabytes })
    const uploadId = await uploads.create({ ...file, personId })
    await sendJob(readJob, { uploadId })
    return uploadId
  }
}
