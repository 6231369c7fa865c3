import { Composer } from 'grammy'
import type { Document } from 'grammy/types'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { JobIds } from '../../../platform/jobs.ts'
import type { People } from '../../people/index.ts'
import { receiveUpload } from '../actions/receive-upload.ts'
import { settleUpload } from '../actions/settle-upload.ts'
import type { UploadStore } from '../data/upload-store.ts'
import * as buttons from './buttons.ts'
import { screenOf } from './screen.ts'
import type { UploadKind } from './upload-kind.ts'

export interface UploadsChatNeeds {
  people: People
  uploads: UploadStore
  kinds: readonly UploadKind[]
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** Spreadsheets that coordinators send: taken to be read, and what they tap below the preview. */
export function uploadsChat(needs: UploadsChatNeeds): Composer<Chat> {
  const { kinds } = needs
  const receive = receiveUpload(needs)
  const settle = settleUpload(needs)
  const composer = new Composer<Chat>()

  composer.on('message:document', async (chat, next) => {
    const { document } = chat.message
    if (!isSpreadsheet(document)) return next()
    const uploadId = await receive(fileFrom(chat, document))
    if (uploadId === undefined) return next()
    const name = document.file_name ?? chat.words.plain('uploads:nameless')
    chat.display(screenOf(uploadId), { text: chat.words('uploads:reading', { name }) })
  })
  composer.callbackQuery(buttons.publishUpload.pattern, async (chat) => {
    const { uploadId } = buttons.publishUpload.unpack(chat.callbackQuery.data)
    const upload = await settle.waiting(uploadId, chat.viewer.personId)
    const taker = kinds.find(({ kind }) => kind === upload.content.kind)
    // Read by a neighbouring version that knows more kinds than this one.
    if (!taker) throw staleButton()
    await taker.publish(chat, upload)
  })
  composer.callbackQuery(buttons.discardUpload.pattern, async (chat) => {
    const { uploadId } = buttons.discardUpload.unpack(chat.callbackQuery.data)
    await settle.discard(uploadId, chat.viewer.personId)
    chat.display(screenOf(uploadId), { text: chat.words('uploads:discarded') })
  })
  return composer
}

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Other formats of spreadsheets are taken as well: she is told how to save them, instead of that nothing is expected. */
const isSpreadsheet = ({ file_name: name = '', mime_type: type }: Document): boolean =>
  type === mimeType || /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv)$/i.test(name)

const fileFrom = ({ viewer }: Chat, document: Document) => ({
  chatId: viewer.userId,
  personId: viewer.personId,
  fileId: document.file_id,
  fileName: document.file_name ?? null,
  size: document.file_size,
})
