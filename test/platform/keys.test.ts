import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { secret } from '../../src/platform/config/secret.ts'
import { CannotOpen, keyRing } from '../../src/platform/crypto.ts'
import { keyFileOf, openKeyRing } from '../../src/platform/key-file.ts'
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts'

const key = (id: string, byte: number) => ({ id, key: new Uint8Array(32).fill(byte) })
const given = (...keys: { id: string; key: Uint8Array }[]) =>
  secret(keys.map((one) => `${one.id}:${Buffer.from(one.key).toString('base64')}`).join(','))

let dataDir = ''
let database: FreshDatabase
let sql: postgres.Sql

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'heyet-keys-'))
  database = await freshDatabase()
  sql = postgres(database.url, { max: 1 })
})

afterEach(async () => {
  await sql.end()
  await database.drop()
  rmSync(dataDir, { recursive: true })
})

test('what is sealed opens at its place only, and each time looks different', () => {
  const ring = keyRing([key('a', 1)])
  const sealed = ring.seal('U 12345678 ş', 'passports.number.7')
  expect(sealed).toMatch(/^v1\.a\.[\w-]{16}\.[\w-]+$/)
  expect(ring.open(sealed, 'passports.number.7')).toBe('U 12345678 ş')
  expect(ring.seal('U 12345678 ş', 'passports.number.7')).not.toBe(sealed)
  expect(() => ring.open(sealed, 'passports.number.8')).toThrow(CannotOpen)
})

test('a value that was changed, cut or sealed elsewhere does not open', () => {
  const ring = keyRing([key('a', 1)])
  const sealed = ring.seal('secret', 'place')
  const last = sealed.at(-1) === 'A' ? 'B' : 'A'
  for (const wrong of [sealed.slice(0, -2) + last.repeat(2), sealed.slice(0, 30), 'v2.a.b.c', 'secret', ''])
    expect(() => ring.open(wrong, 'place'), wrong).toThrow(CannotOpen)
  expect(() => keyRing([key('a', 2)]).open(sealed, 'place')).toThrow(CannotOpen)
  expect(() => keyRing([key('b', 1)]).open(sealed, 'place')).toThrow(CannotOpen)
})

test('files are sealed as bytes', () => {
  const ring = keyRing([key('a', 1)])
  const data = new Uint8Array([0, 255, 1, 254])
  expect(ring.openBytes(ring.sealBytes(data, 'files.7'), 'files.7')).toEqual(data)
})

test('the first key encrypts, all decrypt and look up', () => {
  const old = keyRing([key('old', 1)])
  const both = keyRing([key('new', 2), key('old', 1)])
  expect(both.seal('x', 'p')).toMatch(/^v1\.new\./)
  expect(both.open(old.seal('x', 'p'), 'p')).toBe('x')
  expect(both.hashes('+90532', 'phone')).toEqual([both.hash('+90532', 'phone'), old.hash('+90532', 'phone')])
  expect(both.hash('+90532', 'phone')).not.toBe(both.hash('+90532', 'passport'))
})

test('a key is made once, for its owner only, with a line to keep a copy', async () => {
  const told: string[] = []
  const options = { fieldKeys: undefined, dataDir, tell: (sentence: string) => told.push(sentence) }
  const ring = openKeyRing(options)
  await ring.mustFit(sql)
  expect(statSync(keyFileOf(dataDir)).mode & 0o777).toBe(0o600)
  expect(told).toEqual([expect.stringMatching(/Keep a copy of it/)])
  const again = openKeyRing(options)
  await again.mustFit(sql)
  expect(again.open(ring.seal('x', 'p'), 'p')).toBe('x')
  expect(told).toHaveLength(1)
})

test('keys that do not fit the data refuse to start', async () => {
  await openKeyRing({ fieldKeys: given(key('k1', 1)), dataDir }).mustFit(sql)
  const lost = openKeyRing({ fieldKeys: given(key('k2', 2)), dataDir })
  await expect(lost.mustFit(sql)).rejects.toThrow(/The key "k1".* is missing in FIELD_KEYS/)
  const renamed = openKeyRing({ fieldKeys: given(key('k1', 2)), dataDir })
  await expect(renamed.mustFit(sql)).rejects.toThrow(/or is another one/)
  const grown = openKeyRing({ fieldKeys: given(key('k2', 2), key('k1', 1)), dataDir })
  await expect(grown.mustFit(sql)).resolves.toBeUndefined()
})

test('a lost key file is not replaced by a new one', async () => {
  await openKeyRing({ fieldKeys: undefined, dataDir }).mustFit(sql)
  rmSync(keyFileOf(dataDir))
  for (const attempt of [1, 2])
    await expect(
      openKeyRing({ fieldKeys: undefined, dataDir }).mustFit(sql),
      `attempt ${attempt}`,
    ).rejects.toThrow(/Put the copy you kept of .* back/)
})
