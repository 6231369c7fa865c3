/** One key of the ring: its name stands in everything it has encrypted. */
export interface FieldKey {
  readonly id: string
  /** 32 bytes. */
  readonly key: Uint8Array
}

/** Reads `id:base64key,…`; `undefined` when any part of it is not what it should be. */
export function readFieldKeys(text: string): readonly FieldKey[] | undefined {
  const keys = text.split(',').map((part) => readKey(part.trim()))
  const read = keys.filter((key) => key !== undefined)
  const hasTwins = new Set(read.map(({ id }) => id)).size < read.length
  return read.length === keys.length && !hasTwins ? read : undefined
}

function readKey(text: string): FieldKey | undefined {
  const [, id, encoded] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/.exec(text) ?? []
  if (id === undefined || encoded === undefined) return undefined
  const key = Buffer.from(encoded, 'base64')
  return key.length === 32 ? { id, key } : undefined
}
