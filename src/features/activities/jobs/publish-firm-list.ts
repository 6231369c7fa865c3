import type { Logger } from 'pino'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { PublishFirms } from '../actions/publish-firms.ts'
import { jobNames } from '../actions/receive-upload.ts'
import { linkList } from '../chat/uploads/link-list.ts'
import { screenOf } from '../chat/uploads/screen.ts'
import type { UploadStore } from '../data/upload-store.ts'
import type { Upload } from '../domain/upload.ts'
import { brokenAnswer, wordsFor } from './uploader.ts'

export interface PublishFirmListNeeds {
  uploads: UploadStore
  publish: PublishFirms
  database: Pick<Database, 'transaction'>
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Messenger
  texts: Texts
  log: Logger
  botUsername: string
}

/** Takes the firms of a published list in and sends it back with a link for each; all of it or nothing. */
export function publishFirmList(needs: PublishFirmListNeeds): Job {
  const { uploads, publish, database, messenger, log, botUsername } = needs

  async function takeIn(uploadId: number): Promise<void> {
    const upload = await uploads.readLocked(uploadId)
    if (upload?.state !== 'published' || !upload.content) return
    const { chatId, personId, content } = upload
    const words = await wordsFor(needs, upload)
    const invited = await publish(content.workbook, personId)
    const file = await writeSpreadsheet(linkList(content.workbook, invited, botUsername))
    await uploads.finish(uploadId, 'published')
    messenger.show(chatId, screenOf(uploadId), {
      text: words('uploads:firms.done', { count: invited.length }),
    })
    await messenger.sendDocument(chatId, {
      name: words.plain('uploads:firms.fileName'),
      content: file,
      caption: words('uploads:firms.caption'),
    })
  }

  async function apologise(upload: Upload, error: unknown): Promise<void> {
    const { message } = brokenAnswer(await wordsFor(needs, upload), upload, error, log)
    await database.transaction(async () => {
      if (!(await uploads.readLocked(upload.id))?.content) return
      await uploads.finish(upload.id, 'refused')
      messenger.show(upload.chatId, screenOf(upload.id), message)
    })
  }

  return {
    name: jobNames.publishFirms,
    async work(ids) {
      const uploadId = Number(ids['uploadId'])
      try {
        await database.transaction(() => takeIn(uploadId))
      } catch (error) {
        const upload = await uploads.read(uploadId)
        if (upload) await apologise(upload, error)
      }
    },
  }
}
