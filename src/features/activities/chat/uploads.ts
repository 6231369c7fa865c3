import { Composer } from 'grammy'
import type { Document } from 'grammy/types'
import type { Chat } from '../../../bot/context.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { JobIds } from '../../../platform/jobs.ts'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import { mayCoordinate, mayCoordinateEverything, type People } from '../../people/index.ts'
import type { PublishActivity } from '../actions/publish-activity.ts'
import { jobNames, receiveUpload } from '../actions/receive-upload.ts'
import type { Reviewed } from '../actions/review-activity.ts'
import { settleUpload, type WaitingUpload } from '../actions/settle-upload.ts'
import type { UploadStore } from '../data/upload-store.ts'
import { uploadErrors } from '../domain/upload-errors.ts'
import { activityFile } from '../domain/workbook/template.ts'
import type { Announcements } from './announcements.ts'
import * as buttons from './buttons.ts'
import { activityPreview } from './uploads/activity-preview.ts'
import type { Answer } from './uploads/answer.ts'
import { mistakesAnswer } from './uploads/mistakes.ts'
import { publishedCard } from './uploads/published-card.ts'
import { screenOf } from './uploads/screen.ts'

export interface UploadsChatNeeds {
  people: People
  uploads: UploadStore
  publish: PublishActivity
  announced: Announcements
  clock: Clock
  homeTimeZone: string
  botUsername: string
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** Spreadsheets that coordinators send: taken to be read, and what they tap below the preview. */
export function uploadsChat(needs: UploadsChatNeeds): Composer<Chat> {
  const { people, uploads, publish, announced, clock, homeTimeZone, botUsername, sendJob } = needs
  const receive = receiveUpload(needs)
  const settle = settleUpload(needs)
  const composer = new Composer<Chat>()

  composer.on('message:document', async (chat, next) => {
    const { document } = chat.message
    if (!isSpreadsheet(document)) return (await isCoordinator(chat)) ? chat.tell(onlyExcel(chat)) : next()
    const uploadId = await receive(fileFrom(chat, document))
    if (uploadId === undefined) return next()
    const name = document.file_name ?? chat.words.plain('uploads:nameless')
    chat.display(screenOf(uploadId), { text: chat.words('uploads:reading', { name }) })
  })
  composer.callbackQuery(buttons.publishUpload.pattern, async (chat) => {
    const { uploadId } = buttons.publishUpload.unpack(chat.callbackQuery.data)
    const upload = await settle.waiting(uploadId, chat.viewer.personId)
    if (upload.content.kind === 'firm_list') await publishFirms(chat, upload)
    else await publishActivity(chat, upload)
  })
  composer.callbackQuery(buttons.discardUpload.pattern, async (chat) => {
    const { uploadId } = buttons.discardUpload.unpack(chat.callbackQuery.data)
    await settle.discard(uploadId, chat.viewer.personId)
    chat.display(screenOf(uploadId), { text: chat.words('uploads:discarded') })
  })
  return composer

  async function isCoordinator({ viewer }: Chat): Promise<boolean> {
    return viewer.personId !== null && mayCoordinate(await people.roles.of(viewer.personId))
  }

  /** The links are made by a job: a long list takes a while. */
  async function publishFirms(chat: Chat, { id, personId }: WaitingUpload): Promise<void> {
    if (!mayCoordinateEverything(await people.roles.of(personId))) throw uploadErrors.firmList()
    await uploads.startPublishing(id)
    await sendJob(jobNames.publishFirms, { uploadId: id })
    chat.display(screenOf(id), { text: chat.words('uploads:firms.writing') })
  }

  async function publishActivity(chat: Chat, upload: WaitingUpload): Promise<void> {
    const outcome = await publish(upload.content, upload.personId)
    if (outcome.kind !== 'published') return lookAgain(chat, upload, outcome)
    await uploads.finish(upload.id, 'published')
    chat.display(screenOf(upload.id), publishedCard(chat.words, outcome, botUsername))
    if (outcome.before) await announced.hasChanged(outcome.before, outcome.activity)
    if (!outcome.withIds) return
    await chat.tellDocument({
      name: upload.fileName ?? `${outcome.activity.code}.xlsx`,
      content: await writeSpreadsheet(activityFile(outcome.withIds)),
      caption: chat.words('uploads:published.withIds'),
    })
  }

  /** Somebody was faster: the preview as of now, to be looked at once more. */
  async function lookAgain(chat: Chat, upload: WaitingUpload, reviewed: Reviewed): Promise<void> {
    const { words } = chat
    if (reviewed.kind === 'mistakes') {
      await uploads.finish(upload.id, 'refused')
      const name = upload.fileName ?? words.plain('uploads:nameless')
      return show(chat, upload.id, mistakesAnswer(words, name, reviewed.issues))
    }
    const preview = activityPreview({ words, now: clock.now(), homeTimeZone }, reviewed, upload.id)
    if (preview.message.keyboard)
      await uploads.preview(upload.id, { ...upload.content, shown: reviewed.digest })
    else await uploads.finish(upload.id, 'discarded')
    chat.toast(words.plain('uploads:changedMeanwhile'), true)
    await show(chat, upload.id, preview)
  }

  async function show(chat: Chat, uploadId: number, { message, file }: Answer): Promise<void> {
    chat.display(screenOf(uploadId), message)
    if (file) await chat.tellDocument({ name: file.name, content: await writeSpreadsheet(file.sheets) })
  }
}

const onlyExcel = ({ words }: Chat) => ({ text: words('uploads:onlyExcel') })

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
