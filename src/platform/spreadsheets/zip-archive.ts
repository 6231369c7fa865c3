import { Inflate } from 'fflate'
import { limits } from './limits.ts'
import { notXlsx, tooLarge } from './refusal.ts'

interface Entry {
  readonly start: number
  readonly packedBytes: number
  readonly method: number
  readonly isEncrypted: boolean
}

export interface ZipArchive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Hands the unpacked part on piece by piece, and refuses it as soon as it is too large. */
  unpack(name: string, take: (piece: Uint8Array, isLast: boolean) => void): void
}

/** A piece of 4 KB unpacks to 4 MB at worst, so a bomb is noticed while it is still small. */
const pieceBytes = 4096

/** Opens a zip by the directory at its end; nothing is unpacked before it is asked for. */
export function openZip(bytes: Uint8Array): ZipArchive {
  const entries = readDirectory(bytes)
  let unpackedBytes = 0
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    unpack(name, take) {
      const entry = entries.get(name)
      if (!entry) throw notXlsx('damaged')
      if (entry.isEncrypted) throw notXlsx('encrypted')
      let partBytes = 0
      unpackEntry(packedPart(bytes, entry), entry.method, (piece, isLast) => {
        partBytes += piece.length
        unpackedBytes += piece.length
        if (partBytes > limits.partBytes) throw tooLarge('unpacked', megabytes(limits.partBytes))
        if (unpackedBytes > limits.unpackedBytes) throw tooLarge('unpacked', megabytes(limits.unpackedBytes))
        take(piece, isLast)
      })
    },
  }
}

const megabytes = (bytes: number) => bytes / 1024 / 1024

function unpackEntry(packed: Uint8Array, method: number, take: (piece: Uint8Array, isLast: boolean) => void) {
  if (method === 0) return take(packed, true)
  if (method !== 8) throw notXlsx('damaged')
  const inflate = new Inflate(take)
  for (let at = 0; at === 0 || at < packed.length; at += pieceBytes)
    inflate.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length)
}

/** The local header repeats name and extra field with lengths of its own; the data begins behind them. */
function packedPart(bytes: Uint8Array, { start, packedBytes }: Entry): Uint8Array {
  const view = viewOf(bytes)
  if (start + 30 > bytes.length || view.getUint32(start, true) !== 0x04034b50) throw notXlsx('damaged')
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (from + packedBytes > bytes.length) throw notXlsx('truncated')
  return bytes.subarray(from, from + packedBytes)
}

function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = viewOf(bytes)
  const end = findEnd(view)
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw notXlsx('damaged')
    const nameBytes = view.getUint16(at + 28, true)
    const extraBytes = view.getUint16(at + 30, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes))
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedBytes: view.getUint32(at + 20, true),
      start: view.getUint32(at + 42, true),
    })
    at += 46 + nameBytes + extraBytes + view.getUint16(at + 32, true)
  }
  return entries
}

/** The directory's end is the last 22 bytes, or a little earlier when the zip carries a comment. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw notXlsx('truncated')
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
