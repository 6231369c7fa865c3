import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { isRestOfAlbum } from '../../../../bot/receiving/albums.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { JobIds } from '../../../../platform/jobs.ts'
import { mayDo, type People } from '../../../people/index.ts'
import { screenOf, showAnswer, type Uploads } from '../../../uploads/index.ts'
import type { ReviewForm } from '../../actions/review-form.ts'
import type { FormFiles, NewFormFile } from '../../data/files/form-files.ts'
import { fileNameIn, filesOf, kindByName, type NamedFile } from '../../domain/form-files.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import { fetchFormFileJob, mostMegabytes } from '../../jobs/fetch-form-file.ts'
import { formPreview } from './form-preview.ts'

export interface FormFilesChatNeeds {
  people: Pick<People, 'roles'>
  formFiles: FormFiles
  uploads: Pick<Uploads, 'store'>
  review: ReviewForm
  homeTimeZone: string
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** Pictures, sounds and films that a coordinator sends for her forms, by the name that the workbook has for them. */
export function formFilesChat(needs: FormFilesChatNeeds): Composer<Chat> {
  const { people, formFiles, uploads, review, homeTimeZone, sendJob } = needs
  const composer = new Composer<Chat>()

  composer.on('message', async (chat, next) => {
    const { personId } = chat.viewer
    const file = fileIn(chat.message)
    if (!file || personId === null || !mayDo(await people.roles.of(personId), 'askForms')) return next()
    const most = mostMegabytes[file.kind]
    if ((file.size ?? 0) > most * 1024 * 1024) throw questionnaireErrors.fileTooLarge(most)
    const id = await formFiles.add({ ...file, personId })
    await sendJob(fetchFormFileJob, { formFileId: id })
    const shownBy = await formFiles.linkToPublished(id, { personId, name: file.name })
    const isFresh = !isRestOfAlbum(chat.message)
    if (await showsPreview(chat, personId, file, isFresh)) return
    chat.display(
      `form-files:${chat.viewer.userId}`,
      { text: chat.words(`formdesk:files.${shownBy > 0 ? 'shown' : 'kept'}`, { name: file.name }) },
      { isFresh },
    )
  })
  return composer

  /** The preview that waits for this file, once more. */
  async function showsPreview(chat: Chat, personId: number, { name }: NamedFile, isFresh: boolean) {
    const upload = await uploads.store.latestPreviewed(personId, 'questionnaire')
    if (!upload?.content) return false
    const reviewed = await review(upload.content.workbook, personId)
    if (reviewed.kind !== 'good' || !filesOf(reviewed.form).some((file) => file.name === name)) return false
    await uploads.store.preview(upload.id, { ...upload.content, shown: reviewed.digest })
    const answer = formPreview(chat.words, reviewed, { uploadId: upload.id, homeTimeZone })
    if (isFresh) chat.display(screenOf(upload.id), answer.message, { isFresh })
    else await showAnswer(chat, upload.id, { message: answer.message })
    return true
  }
}

/** The file of a message, if it goes by a name that a form could have for it. A picture has none of its own: its caption names it. */
function fileIn(message: Message): Omit<NewFormFile, 'personId'> | undefined {
  const named = message.document ?? message.audio ?? message.video
  const photo = message.photo?.at(-1)
  const name = named?.file_name ?? (photo ? message.caption?.trim() : undefined)
  const file = named ?? photo
  const kind = name === undefined ? undefined : kindByName(name)
  if (!file || name === undefined || !kind) return undefined
  return { name: fileNameIn(name), kind, fileId: file.file_id, size: file.file_size }
}
