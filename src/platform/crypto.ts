import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { FieldKey } from './config/field-keys.ts'

/** Makes values unreadable without a key. A value opens only at the place it was sealed for. */
export interface KeyRing {
  /** `v1.<key id>.<iv>.<data+tag>` in base64url; `place` is `table.column.row` or another stable name. */
  seal(text: string, place: string): string
  open(sealed: string, place: string): string
  /** The same for files: bytes in, bytes out. */
  sealBytes(data: Uint8Array, place: string): Uint8Array
  openBytes(sealed: Uint8Array, place: string): Uint8Array
  /** A keyed hash to look a value up by; nobody without the key can guess it from the value. */
  hash(value: string, purpose: string): string
  /** The hash under every key of the ring, the newest first: for looking up what an older key has hashed. */
  hashes(value: string, purpose: string): readonly string[]
  /** The key that encrypts. */
  readonly newest: FieldKey
  readonly keys: readonly FieldKey[]
}

/** A sealed value that cannot be opened: another key, another place, or damaged. It says nothing about the value. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
}

const ivLength = 12
const tagLength = 16

/** A ring of at least one key: the first encrypts, all decrypt. */
export function keyRing(keys: readonly FieldKey[]): KeyRing {
  const [newest] = keys
  if (!newest) throw new Error('a key ring without a key')
  const ciphers = new Map(keys.map(({ id, key }) => [id, derive(key, 'heyet field encryption')]))
  const hashKeys = keys.map(({ key }) => derive(key, 'heyet field hash'))
  const hashWith = (key: Buffer, value: string, purpose: string) =>
    createHmac('sha256', key).update(`${purpose}\0${value}`).digest('base64url')

  const encrypt = (data: Uint8Array, place: string) => encryptWith(cipherOf(newest.id), data, place)
  const cipherOf = (id: string) => {
    const key = ciphers.get(id)
    if (!key) throw new CannotOpen('sealed with a key that is not in the ring')
    return key
  }

  return {
    newest,
    keys,
    seal(text, place) {
      const { iv, body } = encrypt(Buffer.from(text, 'utf8'), place)
      return ['v1', newest.id, iv.toString('base64url'), body.toString('base64url')].join('.')
    },
    open(sealed, place) {
      const [version, id = '', iv = '', body = ''] = sealed.split('.')
      if (version !== 'v1') throw new CannotOpen('not a sealed value')
      return decryptWith(cipherOf(id), fromText(iv), fromText(body), place).toString('utf8')
    },
    sealBytes(data, place) {
      const { iv, body } = encrypt(data, place)
      return new Uint8Array(Buffer.concat([Buffer.from(`v1.${newest.id}.`), iv, body]))
    },
    openBytes(sealed, place) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      const [head = '', id = ''] = /^v1\.([A-Za-z0-9_-]{1,32})\./.exec(bytes.toString('latin1', 0, 40)) ?? []
      if (head === '') throw new CannotOpen('not a sealed value')
      const iv = bytes.subarray(head.length, head.length + ivLength)
      return new Uint8Array(decryptWith(cipherOf(id), iv, bytes.subarray(head.length + ivLength), place))
    },
    hash: (value, purpose) => hashWith(hashKeys[0] ?? Buffer.alloc(0), value, purpose),
    hashes: (value, purpose) => hashKeys.map((key) => hashWith(key, value, purpose)),
  }
}

/** Each use of a key gets a key of its own. */
const derive = (key: Uint8Array, purpose: string) =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32))

const fromText = (text: string) => Buffer.from(text, 'base64url')

function encryptWith(key: Buffer, data: Uint8Array, place: string): { iv: Buffer; body: Buffer } {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place, 'utf8'))
  const body = Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()])
  return { iv, body }
}

function decryptWith(key: Buffer, iv: Buffer, body: Buffer, place: string): Buffer {
  if (iv.length !== ivLength || body.length < tagLength) throw new CannotOpen('damaged')
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(place, 'utf8')).setAuthTag(body.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -tagLength)), decipher.final()])
  } catch {
    throw new CannotOpen('another key, another place, or damaged')
  }
}
