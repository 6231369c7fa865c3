import { keyRing } from '../../src/platform/crypto.ts'

/** A ring of keys that are the same in every run; the first encrypts. */
export const testKeys = (...ids: string[]) =>
  keyRing(ids.map((id) => ({ id, key: Buffer.alloc(32, `the key ${id} of a test`) })))
