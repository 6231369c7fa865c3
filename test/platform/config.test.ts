import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig, tellMistakes, type Config } from '../../src/platform/config.ts'
import { readEnvFile } from '../../src/platform/config/env-file.ts'
import { envExample } from '../../src/platform/config/env-example.ts'

const token = '123456789:AAExampleExampleExampleExampleExample'
const key = Buffer.alloc(32, 7).toString('base64')

function config(environment: Record<string, string>): Config {
  const reading = readConfig(environment)
  if (reading.kind === 'mistakes') throw new Error(tellMistakes(reading.mistakes))
  return reading.config
}

function mistakes(environment: Record<string, string>): string[] {
  const reading = readConfig(environment)
  return reading.kind === 'mistakes' ? reading.mistakes.map(({ variable }) => variable) : []
}

test('nothing set is the sandbox on this computer', () => {
  const { botToken, databaseUrl, webhookUrl, host, port, roles, sendRate, ...rest } = config({})
  expect({ botToken, databaseUrl, webhookUrl }).toEqual({})
  expect({ host, port, roles, sendRate }).toEqual({
    host: '127.0.0.1',
    port: 8080,
    roles: ['chat', 'jobs'],
    sendRate: 30,
  })
  expect(rest).toMatchObject({ defaultLanguage: 'tr', homeTimeZone: 'Europe/Istanbul', logLevel: 'info' })
})

test('the sandbox has a folder of its own', () => {
  expect(config({ DATA_DIR: '/srv/heyet' }).dataDir).toBe('/srv/heyet/sandbox')
  expect(config({ DATA_DIR: '/srv/heyet', BOT_TOKEN: token }).dataDir).toBe('/srv/heyet')
})

test('an empty variable is an absent one', () => {
  expect(config({ BOT_TOKEN: '  ', PORT: '', DATABASE_URL: '' }).port).toBe(8080)
})

test('every mistake is told at once, each with its mend', () => {
  const environment = { PORT: 'eighty', ROLES: 'chat,cook', HOME_TIME_ZONE: '+03:00', DEFAULT_LANGUAGE: 'de' }
  expect(mistakes(environment).sort()).toEqual(['DEFAULT_LANGUAGE', 'HOME_TIME_ZONE', 'PORT', 'ROLES'])
  const reading = readConfig(environment)
  const told = reading.kind === 'mistakes' ? tellMistakes(reading.mistakes) : ''
  expect(told).toContain('the configuration has 4 mistakes')
  expect(told).toContain('HOME_TIME_ZONE: write the name of a time zone as in the IANA list')
})

test.each<[string, Record<string, string>, string[]]>([
  ['a token that is none', { BOT_TOKEN: 'hello' }, ['BOT_TOKEN']],
  ['a webhook that is not https', { BOT_TOKEN: token, WEBHOOK_URL: 'http://bot.example' }, ['WEBHOOK_URL']],
  ['a webhook on loopback', { BOT_TOKEN: token, WEBHOOK_URL: 'https://127.0.0.1:8443' }, ['WEBHOOK_URL']],
  ['a webhook without a token', { WEBHOOK_URL: 'https://bot.example' }, ['BOT_TOKEN']],
  ['a database without keys', { BOT_TOKEN: token, DATABASE_URL: 'postgres://a@b/c' }, ['FIELD_KEYS']],
  [
    'a database for the sandbox',
    { DATABASE_URL: 'postgres://a@b/c', FIELD_KEYS: `k1:${key}` },
    ['BOT_TOKEN'],
  ],
  ['another database', { DATABASE_URL: 'mysql://a@b/c', FIELD_KEYS: `k1:${key}` }, ['DATABASE_URL']],
  ['a key that is too short', { FIELD_KEYS: 'k1:AAAA' }, ['FIELD_KEYS']],
  ['two keys of one name', { FIELD_KEYS: `k1:${key},k1:${key}` }, ['FIELD_KEYS']],
  ['the sandbox in production', { NODE_ENV: 'production' }, ['BOT_TOKEN']],
  ['the sandbox for everybody', { HOST: '0.0.0.0' }, ['HOST']],
  ['no role', { ROLES: ' , ' }, ['ROLES']],
  ['a pace of nothing', { SEND_RATE: '0' }, ['SEND_RATE']],
])('%s is refused', (_, environment, expected) => {
  expect(mistakes(environment)).toEqual(expected)
})

test.each<[string, string]>([
  ['https://0.0.0.0', 'network of its own'],
  ['https://10.0.0.1', 'network of its own'],
  ['https://172.20.0.5', 'network of its own'],
  ['https://192.168.1.7:8443', 'network of its own'],
  ['https://[fd00::1]', 'network of its own'],
  ['https://[::ffff:10.0.0.1]', 'network of its own'],
  ['https://bot', 'network of its own'],
  ['https://bot.internal', 'network of its own'],
  ['https://bot.example:9000', 'ports 443, 80, 88 and 8443'],
  ['https://heyet:geheim@bot.example', 'the password'],
  ['https://bot.example/?key=geheim', 'begins with ? or #'],
  ['https://bot.example/#here', 'begins with ? or #'],
  ['https://bot.example?', 'begins with ? or #'],
])('Telegram could never deliver to %s', (address, mend) => {
  const reading = readConfig({ BOT_TOKEN: token, WEBHOOK_URL: address })
  const told = reading.kind === 'mistakes' ? tellMistakes(reading.mistakes) : ''
  expect(told).toContain(`WEBHOOK_URL: `)
  expect(told).toContain(mend)
  expect(told).not.toContain('geheim')
})

test.each(['https://bot.example', 'https://bot.example:8443/heyet', 'https://8.8.8.8:88'])(
  'Telegram can deliver to %s',
  (address) => {
    expect(config({ BOT_TOKEN: token, WEBHOOK_URL: address }).webhookUrl).toBe(address)
  },
)

test.each<[string, boolean]>([
  ['https://10.0.0.1:9000', true],
  ['http://localhost:9000', true],
  ['http://bot.example', false],
  ['http://127.0.0.1:8080/?key=1', false],
])('a Bot API on this computer delivers to %s: %s', (address, isRight) => {
  const environment = { BOT_TOKEN: token, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081', WEBHOOK_URL: address }
  expect(mistakes(environment)).toEqual(isRight ? [] : ['WEBHOOK_URL'])
})

test('a webhook on loopback goes with a Bot API on loopback', () => {
  const environment = { BOT_TOKEN: token, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' }
  expect(config({ ...environment, WEBHOOK_URL: 'http://127.0.0.1:8080/' }).webhookUrl).toBe(
    'http://127.0.0.1:8080',
  )
})

test('no dump, message or log of the configuration contains a secret', () => {
  const environment = {
    BOT_TOKEN: token,
    DATABASE_URL: 'postgres://heyet:geheim@db/heyet',
    FIELD_KEYS: `k1:${key}`,
    WEBHOOK_SECRET: 'very-secret',
  }
  const read = config(environment)
  const shown = `${inspect(read, { depth: 9 })} ${JSON.stringify(read)} ${`${read.botToken as unknown as string}`}`
  for (const hidden of [token, 'geheim', key, 'very-secret']) expect(shown).not.toContain(hidden)
  expect(read.botToken?.reveal()).toBe(token)
  const wrong = readConfig({ BOT_TOKEN: 'geheim!', FIELD_KEYS: 'geheim' })
  expect(wrong.kind === 'mistakes' && tellMistakes(wrong.mistakes)).not.toContain('geheim')
})

test('.env.example is as the code says', () => {
  const written = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
  expect(written, 'run: node src/start.cjs env-example').toBe(envExample())
})

test('a file .env that may not be read is a sentence with what to run', () => {
  // To root every file may be read; a folder of that name may not be read by anybody.
  const folder = mkdtempSync(join(tmpdir(), 'heyet-env-'))
  expect(() => readEnvFile(folder)).toThrow(/may not read it\. As root: chgrp GROUP .* && chmod 640/)
  rmSync(folder, { recursive: true })
  expect(() => readEnvFile(folder)).not.toThrow()
})
