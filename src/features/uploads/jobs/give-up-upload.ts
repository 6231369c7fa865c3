import type { Logger } from 'pino'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import type { Database } from '../../../platform/database.ts'
import { newErrorId } from '../../../platform/error-id.ts'
import type { JobIds } from '../../../platform/jobs.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import { screenOf } from '../chat/screen.ts'
import type { UploadStore } from '../data/upload-store.ts'
import { isUnderWay } from '../domain/upload.ts'
import { nameOf, wordsFor } from './uploader.ts'

export interface GiveUpUploadNeeds {
  uploads: UploadStore
  database: Pick<Database, 'transaction'>
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Messenger
  texts: Texts
  log: Logger
}

/** Says that a file could not be worked on in any try, with an id that is also in the log; of the file nothing stays. */
export function giveUpUpload({ uploads, database, messenger, log, ...reached }: GiveUpUploadNeeds) {
  return ({ uploadId }: JobIds): Promise<void> =>
    database.transaction(async () => {
      const upload = await uploads.readLocked(Number(uploadId))
      if (!upload || !isUnderWay(upload)) return
      const id = newErrorId()
      const words = await wordsFor(reached, upload)
      await uploads.finish(upload.id, 'refused')
      messenger.show(upload.chatId, screenOf(upload.id), {
        text: words('uploads:broken', { name: nameOf(words, upload), id }),
      })
      log.error({ errorId: id, ids: { uploadId: upload.id } }, 'upload.given-up')
    })
}
