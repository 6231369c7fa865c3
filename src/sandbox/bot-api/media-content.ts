import type { PhotoSize } from 'grammy/types'
import type { World } from '../world.ts'
import type { FileKind, KeptFile } from '../world-things.ts'
import { nameFile } from './stored-files.ts'
import type { Content } from './sending.ts'

export interface MediaDetails {
  duration?: number | undefined
  width?: number | undefined
  height?: number | undefined
  title?: string | undefined
  performer?: string | undefined
  emoji?: string | undefined
}

/** A file as the field of a message that it becomes. */
export function mediaContent(world: World, file: KeptFile, details: MediaDetails = {}): Content {
  const { duration = 1, width = 640, height = 480 } = details
  const base = { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size }
  const named = { ...base, ...(file.name && { file_name: file.name }), mime_type: file.mimeType }
  const contents: Record<FileKind, () => object> = {
    document: () => ({ document: named }),
    photo: () => ({ photo: photoSizes(world, file) }),
    voice: () => ({ voice: { ...base, mime_type: file.mimeType, duration } }),
    video: () => ({ video: { ...named, width, height, duration } }),
    audio: () => ({ audio: { ...named, duration, ...songOf(details) } }),
    animation: () => ({ animation: { ...named, width, height, duration }, document: named }),
    video_note: () => ({ video_note: { ...base, length: width, duration } }),
    sticker: () => ({ sticker: sticker(base, details) }),
  }
  return contents[file.kind]()
}

const songOf = ({ title, performer }: MediaDetails) => ({
  ...(title && { title }),
  ...(performer && { performer }),
})

const sticker = (base: object, { emoji }: MediaDetails) => ({
  ...base,
  type: 'regular',
  width: 512,
  height: 512,
  is_animated: false,
  is_video: false,
  ...(emoji && { emoji }),
})

/** Longest sides of the sizes Telegram makes of a photo; the original, at most 1280, comes last. */
const longestSides = [90, 320, 800]

function photoSizes(world: World, file: KeptFile): PhotoSize[] {
  const { width = 1280, height = 960 } = file
  const original = {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    width,
    height,
  }
  const smaller = longestSides
    .filter((side) => side < Math.max(width, height))
    .map((side) => scaled(world, file, side / Math.max(width, height), { width, height }))
  return [...smaller, original]
}

function scaled(
  world: World,
  file: KeptFile,
  scale: number,
  full: { width: number; height: number },
): PhotoSize {
  const width = Math.max(1, Math.round(full.width * scale))
  const height = Math.max(1, Math.round(full.height * scale))
  const upload = { name: file.name, mimeType: file.mimeType, bytes: { byteLength: file.size } }
  const { fileId, uniqueId } = nameFile(world, {
    kind: 'photo',
    bytesKey: file.bytesKey,
    upload,
    width,
    height,
  })
  return { file_id: fileId, file_unique_id: uniqueId, width, height, file_size: Math.ceil(file.size * scale) }
}
