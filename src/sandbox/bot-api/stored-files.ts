import type { World } from '../world.ts'
import type { FileKind, KeptFile } from '../world-things.ts'
import { ApiError, badRequest } from './api-error.ts'
import { imageSize } from './image-size.ts'
import type { Input, Upload } from './input.ts'

const uploadAtMost = 50 * 1024 * 1024
const photoAtMost = 10 * 1024 * 1024

/** Keeps the bytes of a file and gives it an id that can be used again and again. */
export function keepFile(world: World, kind: FileKind, upload: Upload): KeptFile {
  const number = world.next('file')
  const bytesKey = String(number)
  world.bytes.putBytes(bytesKey, upload.bytes)
  const size = kind === 'photo' || kind === 'sticker' ? imageSize(upload.bytes) : undefined
  return nameFile(world, { kind, bytesKey, upload, ...(size ?? {}) })
}

interface Naming {
  kind: FileKind
  bytesKey: string
  upload: Pick<Upload, 'name' | 'mimeType'> & { bytes: { byteLength: number } }
  width?: number
  height?: number
}

/** A further file id for bytes that are kept already. */
export function nameFile(world: World, { kind, bytesKey, upload, ...size }: Naming): KeptFile {
  const number = world.next('file-id')
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(upload.name)?.[0] ?? (kind === 'photo' ? '.jpg' : '')
  const file: KeptFile = {
    fileId: `BQACAgQ${Buffer.from(`${kind}:${number}`).toString('base64url')}`,
    uniqueId: `AgAD${number.toString(36)}`,
    kind,
    bytesKey,
    name: upload.name,
    mimeType: upload.mimeType,
    size: upload.bytes.byteLength,
    path: `${kind}s/file_${number}${extension}`,
    ...size,
  }
  world.files.set(file.fileId, file)
  return file
}

/** The file that a call sends: an upload, an `attach://` to one, or the id of a file Telegram has. */
export function readFile(world: World, input: Input, kind: FileKind, value: unknown, field = kind): KeptFile {
  const reference = typeof value === 'string' ? value : ''
  const attached = /^attach:\/\/(.+)$/.exec(reference)?.[1]
  const upload = input.uploads.get(attached ?? field)
  if (upload && (attached !== undefined || reference === '')) return keepUpload(world, kind, upload)
  if (reference === '' || attached !== undefined)
    throw badRequest(`there is no ${kind.replace('_', ' ')} in the request`)
  // Nothing leaves the computer, so a link is a link that cannot be fetched.
  if (/^https?:\/\//.test(reference)) throw badRequest('failed to get HTTP URL content')
  const file = world.files.get(reference)
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified')
  if (file.kind !== kind) throw badRequest(`can't use file of type ${capital(file.kind)} as ${capital(kind)}`)
  return file
}

function keepUpload(world: World, kind: FileKind, upload: Upload): KeptFile {
  if (upload.bytes.byteLength === 0) throw badRequest('file must be non-empty')
  if (upload.bytes.byteLength > uploadAtMost) throw new ApiError(413, 'Request Entity Too Large')
  if (kind === 'photo' && upload.bytes.byteLength > photoAtMost) throw badRequest('file is too big')
  if (kind === 'photo' && !imageSize(upload.bytes)) throw badRequest('IMAGE_PROCESS_FAILED')
  return keepFile(world, kind, upload)
}

const capital = (kind: string) =>
  kind
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
