import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import { isUnderWay, nameOf, refusedAnswer, screenOf, wordsFor, type Uploads } from '../../uploads/index.ts'
import { publishFirmsJob, type PublishFirms } from '../actions/publish-firms.ts'
import { linkList } from '../chat/uploads/link-list.ts'

export interface PublishFirmListNeeds {
  uploads: Uploads
  publish: PublishFirms
  database: Pick<Database, 'transaction'>
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Messenger
  texts: Texts
  botUsername: string
}

/** Takes the firms of a published list in and sends it back with a link for each; all of it or nothing. */
export function publishFirmList(needs: PublishFirmListNeeds): Job {
  const { publish, database, messenger, botUsername } = needs
  const { store: uploads, giveUp } = needs.uploads

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

  /** A rule says no now, e.g. because her role has ended meanwhile. */
  async function refuse(uploadId: number, because: DomainError): Promise<void> {
    const upload = await uploads.readLocked(uploadId)
    if (!upload || !isUnderWay(upload)) return
    const words = await wordsFor(needs, upload)
    await uploads.finish(uploadId, 'refused')
    const { message } = refusedAnswer(words, nameOf(words, upload), because)
    messenger.show(upload.chatId, screenOf(uploadId), message)
  }

  return {
    name: publishFirmsJob,
    async work(ids) {
      const uploadId = Number(ids['uploadId'])
      try {
        await database.transaction(() => takeIn(uploadId))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        await database.transaction(() => refuse(uploadId, error))
      }
    },
    giveUp,
  }
}
