import { resolve } from 'node:path'
import { z } from 'zod'
import { languages } from '../../shared/localized-text.ts'
import { isUrl, withoutSlash } from './addresses.ts'
import { readFieldKeys } from './field-keys.ts'
import { secret } from './secret.ts'

/** How a variable is written down in `.env.example`: its meaning, what applies without it, what one looks like. */
export interface VariableNotes {
  meaning: string
  without: string
  example: string
}

const notes = z.registry<VariableNotes>()

export const notesOf = (schema: z.ZodType): VariableNotes | undefined => notes.get(schema)

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const roleNames = ['chat', 'jobs'] as const

export type LogLevel = (typeof logLevels)[number]
export type Role = (typeof roleNames)[number]

/** A text that has to look like something; what is wrong is always told together with how to mend it. */
const text = (isRight: (value: string) => boolean, mend: string) =>
  z.string().trim().refine(isRight, { error: mend })

const httpUrl = (mend: string) => text((value) => isUrl(value, 'http', 'https'), mend).transform(withoutSlash)

const wholeNumber = (least: number, most: number, mend: string) =>
  text((value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most, mend).transform(
    Number,
  )

/** Every variable of the environment. What is checked here is each on its own; `cross-rules.ts` checks them together. */
export const variables = z.object({
  BOT_TOKEN: text(
    (value) => /^\d+:[A-Za-z0-9_-]+$/.test(value),
    'this is not a token of a bot; copy it whole from @BotFather, it looks like 123456789:AA…',
  )
    .transform(secret)
    .optional()
    .register(notes, {
      meaning: 'The token of the bot, from @BotFather.',
      without: 'the sandbox: an emulated Telegram on this computer',
      example: '123456789:AAExampleExampleExampleExampleExample',
    }),
  TELEGRAM_API_ROOT: httpUrl(
    'write the root URL of a Bot API server, e.g. http://127.0.0.1:8081, or leave it out for Telegram’s own',
  )
    .default('https://api.telegram.org')
    .register(notes, {
      meaning: 'The root URL of the Bot API, e.g. of a local Bot API server.',
      without: 'Telegram’s own',
      example: 'https://api.telegram.org',
    }),
  DATABASE_URL: text(
    (value) => isUrl(value, 'postgres', 'postgresql'),
    'write a PostgreSQL address like postgres://user:password@host:5432/database, or leave it out',
  )
    .transform(secret)
    .optional()
    .register(notes, {
      meaning:
        'A PostgreSQL database, version 15 or newer, for one bot. Several processes may share it.\n' +
        'Needs BOT_TOKEN and FIELD_KEYS.',
      without: 'an embedded PostgreSQL in DATA_DIR',
      example: 'postgres://heyet:password@127.0.0.1:5432/heyet',
    }),
  DATA_DIR: text((value) => !value.includes('\0'), 'write the path of a folder, e.g. ./data')
    .default('./data')
    .transform((folder) => resolve(folder))
    .register(notes, {
      meaning:
        'The folder of the embedded database and of the generated keys. The sandbox has a folder\n' +
        'of its own in it, DATA_DIR/sandbox.',
      without: './data',
      example: './data',
    }),
  WEBHOOK_URL: httpUrl('write the public https address of this service, or leave it out for long polling')
    .optional()
    .register(notes, {
      meaning:
        'The public https address of this service; Telegram then delivers updates to <WEBHOOK_URL>/telegram.',
      without: 'updates are fetched by long polling',
      example: 'https://bot.chamber.example',
    }),
  PUBLIC_URL: httpUrl('write the public https address of this service, or leave it out')
    .optional()
    .register(notes, {
      meaning: 'The public address of this service, for calendars that people subscribe to.',
      without: 'WEBHOOK_URL; without that too, nothing is offered that needs it',
      example: 'https://bot.chamber.example',
    }),
  WEBHOOK_SECRET: text(
    (value) => /^[A-Za-z0-9_-]{1,256}$/.test(value),
    'write 1 to 256 characters of A-Z, a-z, 0-9, _ and -, or leave it out',
  )
    .transform(secret)
    .optional()
    .register(notes, {
      meaning: 'What Telegram sends along with every update, to show that it is Telegram.',
      without: 'derived from the token',
      example: 'thirty-two-characters-are-a-good-length',
    }),
  HOST: text((value) => /^[A-Za-z0-9.:[\]-]+$/.test(value), 'write the address to listen on, e.g. 127.0.0.1')
    .default('127.0.0.1')
    .register(notes, {
      meaning: 'The address on which the HTTP server listens: webhook, health, metrics, sandbox.',
      without: '127.0.0.1',
      example: '127.0.0.1',
    }),
  PORT: wholeNumber(0, 65_535, 'write a whole number from 1 to 65535, e.g. 8080 (0 takes any free port)')
    .default(8080)
    .register(notes, { meaning: 'The port of the HTTP server.', without: '8080', example: '8080' }),
  ROLES: text(
    (value) => rolesIn(value).length > 0 && rolesIn(value).every(isRole),
    'write chat, jobs or chat,jobs',
  )
    .default('chat,jobs')
    .transform((value) => roleNames.filter((role) => rolesIn(value).includes(role)))
    .register(notes, {
      meaning: 'What this process does, when several share one DATABASE_URL.',
      without: 'chat,jobs',
      example: 'chat,jobs',
    }),
  SEND_RATE: wholeNumber(1, 100_000, 'write a whole number of messages a second, at least 1, e.g. 30')
    .default(30)
    .register(notes, {
      meaning: 'Messages created a second for the whole bot, over all processes.',
      without: '30',
      example: '30',
    }),
  FIELD_KEYS: text(
    (value) => readFieldKeys(value) !== undefined,
    'write id:key pairs parted by commas, each key 32 bytes in base64 (openssl rand -base64 32), each id once',
  )
    .transform(secret)
    .optional()
    .register(notes, {
      meaning:
        'The keys of sensitive answers, id:base64key parted by commas: the first encrypts, all decrypt.\n' +
        'Needed with DATABASE_URL. A key is made by: openssl rand -base64 32',
      without: 'made once and kept in DATA_DIR',
      example: 'k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    }),
  LOG_LEVEL: text(
    (value) => (logLevels as readonly string[]).includes(value),
    `write one of ${logLevels.join(', ')}`,
  )
    .default('info')
    .transform((value) => value as LogLevel)
    .register(notes, {
      meaning: `How much is logged: ${logLevels.join(', ')}.`,
      without: 'info',
      example: 'info',
    }),
  DEFAULT_LANGUAGE: text(
    (value) => (languages as readonly string[]).includes(value),
    `write one of ${languages.join(', ')}`,
  )
    .default('tr')
    .transform((value) => value as (typeof languages)[number])
    .register(notes, {
      meaning: `The language of those whose phone does not say one: ${languages.join(', ')}.`,
      without: 'tr',
      example: 'tr',
    }),
  HOME_TIME_ZONE: text(isTimeZone, 'write the name of a time zone as in the IANA list, e.g. Europe/Istanbul')
    .default('Europe/Istanbul')
    .register(notes, {
      meaning: 'The time zone of the chamber, as in the IANA list.',
      without: 'Europe/Istanbul',
      example: 'Europe/Istanbul',
    }),
})

export type Variables = z.output<typeof variables>
export type VariableName = keyof Variables

const rolesIn = (value: string): string[] => value.split(',').map((role) => role.trim())

const isRole = (value: string): value is Role => (roleNames as readonly string[]).includes(value)

/** Offsets like +03:00 are no zones: they know no summer time. */
function isTimeZone(value: string): boolean {
  if (/^[+-]/.test(value)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}
