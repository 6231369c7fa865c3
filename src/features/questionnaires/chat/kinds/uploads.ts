import type { Message } from 'grammy/types'
import { staleButton } from '../../../../bot/callback-data.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import type { Question } from '../../domain/form.ts'
import type { QuestionKind, SentFile } from './kind.ts'

type UploadType = 'image' | 'audio' | 'video' | 'file'

const mostMegabytes = 20

/** A picture, a voice, a film or a paper. */
export const uploads: QuestionKind = {
  prompt: ({ words, question }) => ({
    rows: [],
    how: words(`questionnaires:ask.${typeOf(question)}`, { megabytes: mostMegabytes }),
  }),
  tap() {
    throw staleButton()
  },
  read(_text, { question }) {
    throw questionnaireErrors.fileExpected(typeOf(question))
  },
  receive(message, { question }) {
    const file = fileIn(message, typeOf(question))
    if (!file) throw questionnaireErrors.fileExpected(typeOf(question))
    if ((file.size ?? 0) > mostMegabytes * 1024 * 1024) throw questionnaireErrors.fileTooLarge(mostMegabytes)
    return { kind: 'file', file }
  },
  show: (_value, { words, question }) => words.plain(`questionnaires:ask.sent.${typeOf(question)}`),
}

export const isUpload = ({ type }: Question): boolean =>
  type === 'image' || type === 'audio' || type === 'video' || type === 'file'

const typeOf = ({ type }: Question): UploadType =>
  type === 'image' || type === 'audio' || type === 'video' ? type : 'file'

/** The file of a message, if it is of the kind that was asked for. */
function fileIn(message: Message, wanted: UploadType): SentFile | undefined {
  const { document } = message
  const photo = message.photo?.at(-1)
  const found: Record<
    Exclude<UploadType, 'file'>,
    { file_id: string; file_size?: number; file_name?: string } | undefined
  > = {
    image: photo,
    audio: message.voice ?? message.audio,
    video: message.video ?? message.video_note,
  }
  const paper =
    document && (wanted === 'file' || document.mime_type?.startsWith(`${wanted}/`)) ? document : undefined
  const file = paper ?? (wanted === 'file' ? (photo ?? found.video ?? found.audio) : found[wanted])
  return (
    file && {
      fileId: file.file_id,
      kind: wanted,
      name: 'file_name' in file ? file.file_name : undefined,
      size: file.file_size,
    }
  )
}
