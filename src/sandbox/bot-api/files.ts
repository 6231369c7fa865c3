import { newAlbumId } from './album-id.ts'
import type { World } from '../world.ts'
import type { FileKind } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { readCaption } from './formatted-text.ts'
import { readMediaItem } from './input-media.ts'
import type { Input } from './input.ts'
import { mediaContent } from './media-content.ts'
import type { Method, Methods } from './method.ts'
import { addBotMessage, readReply, refuseClosedThread, send } from './sending.ts'
import { readFile } from './stored-files.ts'
import { writableChat } from './targets.ts'

const downloadAtMost = 20 << 20

/** Sending files, one by one or as an album, and getting them. */
export const fileMethods: Methods = {
  sendPhoto: sending('photo'),
  sendDocument: sending('document'),
  sendVideo: sending('video'),
  sendAudio: sending('audio'),
  sendAnimation: sending('animation'),
  sendVoice: sending('voice'),
  sendVideoNote: sending('video_note'),
  sendSticker: sending('sticker'),
  sendMediaGroup: ({ world }, input) => sendAlbum(world, input),
  getFile({ world }, input) {
    const fileId = input.text('file_id')
    if (fileId === '') throw badRequest('file_id not specified')
    const file = world.files.get(fileId)
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if (file.size > downloadAtMost) throw badRequest('file is too big')
    const { uniqueId, size, path } = file
    return { file_id: fileId, file_unique_id: uniqueId, file_size: size, file_path: path }
  },
}

function sending(kind: FileKind): Method {
  const hasCaption = kind !== 'sticker' && kind !== 'video_note'
  return ({ world }, input) =>
    send(world, input, () => {
      const file = readFile(world, input, kind, input.values[kind])
      return { ...mediaContent(world, file, readDetails(input)), ...(hasCaption && readOwnCaption(input)) }
    })
}

const readDetails = (input: Input) => ({
  duration: input.integer('duration'),
  width: input.integer('width') ?? input.integer('length'),
  height: input.integer('height'),
  title: input.text('title'),
  performer: input.text('performer'),
  emoji: input.text('emoji'),
})

/** The caption of a call with its parse mode or entities. */
export const readOwnCaption = (input: Input) =>
  readCaption(
    input.text('caption'),
    input.text('parse_mode'),
    input.json('caption_entities', 'caption entities'),
  )

function sendAlbum(world: World, input: Input) {
  const chat = writableChat(world, input)
  refuseClosedThread(input, chat)
  const media = input.json('media', 'media')
  if (!Array.isArray(media)) throw badRequest('expected an Array of InputMedia')
  if (media.length > 10) throw badRequest('too many messages to send as an album')
  if (media.length < 2) throw badRequest('an album has 2-10 items')
  const reply = readReply(world, input, chat)
  const contents = media.map((item) => readMediaItem(world, input, item, 'album'))
  refuseMixture(contents)
  const album = { media_group_id: newAlbumId(world) }
  return contents.map((content) => addBotMessage(world, input, chat, { ...content, ...reply, ...album }))
}

/** Documents go with documents and audio with audio; photos and videos may be mixed. */
function refuseMixture(contents: object[]) {
  for (const kind of ['document', 'audio']) {
    const count = contents.filter((content) => kind in content).length
    if (count > 0 && count < contents.length)
      throw badRequest("can't use the media of the specified type in the album")
  }
}
