const startsWith = (bytes: Uint8Array, ...numbers: number[]): boolean =>
  numbers.every((number, at) => bytes[at] === number)

const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

/** What a file is by its first bytes, whatever its name says. */
export function mediaTypeOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (textAt(bytes, 0, 4) === 'GIF8') return 'image/gif'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WAVE') return 'audio/wav'
  if (textAt(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (textAt(bytes, 0, 4) === 'OggS') return 'audio/ogg'
  if (textAt(bytes, 0, 3) === 'ID3' || [0xfb, 0xf3, 0xf2].some((second) => startsWith(bytes, 0xff, second)))
    return 'audio/mpeg'
  if (textAt(bytes, 4, 4) === 'ftyp') return textAt(bytes, 8, 3) === 'M4A' ? 'audio/mp4' : 'video/mp4'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'application/zip'
  return 'application/octet-stream'
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
  'audio/wav': '.wav',
  'audio/ogg': '.ogg',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'video/mp4': '.mp4',
  'application/zip': '.zip',
}

/** How the name of such a file ends; empty where nothing is known of it. */
export const fileEnding = (mediaType: string | null): string => endings[mediaType ?? ''] ?? ''
