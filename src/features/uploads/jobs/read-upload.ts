import type { Logger } from 'pino'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import { readJob } from '../actions/receive-upload.ts'
import { screenOf } from '../chat/screen.ts'
import type { UploadStore } from '../data/upload-store.ts'
import type { Upload } from '../domain/upload.ts'
import { giveUpUpload } from './give-up-upload.ts'
import type { JudgeUpload, Verdict } from './judge-upload.ts'
import { wordsFor } from './uploader.ts'

export interface ReadUploadNeeds {
  uploads: UploadStore
  judge: JudgeUpload
  database: Pick<Database, 'transaction'>
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Messenger
  texts: Texts
  log: Logger
}

/** Reads a file that a coordinator has sent, outside of any transaction, and shows on its live message what came of it. */
export function readUpload(needs: ReadUploadNeeds): Job {
  const { uploads, judge, database, messenger } = needs

  async function show({ id, chatId }: Upload, { answer, content }: Verdict): Promise<void> {
    const { message, file } = answer
    const written = file && { name: file.name, content: await writeSpreadsheet(file.sheets) }
    await database.transaction(async () => {
      if ((await uploads.readLocked(id))?.state !== 'received') return
      if (content) await uploads.preview(id, content)
      else await uploads.finish(id, 'refused')
      messenger.show(chatId, screenOf(id), message)
      if (written) await messenger.sendDocument(chatId, written)
    })
  }

  return {
    name: readJob,
    async work(ids, signal) {
      const upload = await uploads.read(Number(ids['uploadId']))
      if (upload?.state !== 'received') return
      await show(upload, await judge(upload, await wordsFor(needs, upload), signal))
    },
    giveUp: giveUpUpload(needs),
  }
}
