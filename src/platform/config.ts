import { join } from 'node:path'
import type { Language } from '../shared/localized-text.ts'
import { CannotStart } from './cannot-start.ts'
import { crossRules, type Mistake } from './config/cross-rules.ts'
import { readEnvFile } from './config/env-file.ts'
import type { Secret } from './config/secret.ts'
import { variables, type LogLevel, type Role, type VariableName, type Variables } from './config/variables.ts'

/** How this process is to run, read once at the start. */
export interface Config {
  /** Absent: the sandbox. */
  readonly botToken: Secret | undefined
  readonly telegramApiRoot: string
  /** Absent: the embedded database. */
  readonly databaseUrl: Secret | undefined
  /** An absolute path. Without a token the sandbox's own, below DATA_DIR: it never meets the data of a real bot. */
  readonly dataDir: string
  /** Without a slash at the end. Absent: long polling. */
  readonly webhookUrl: string | undefined
  readonly webhookSecret: Secret | undefined
  /** Without a slash at the end. Absent: nobody outside can reach this service. */
  readonly publicUrl: string | undefined
  readonly host: string
  readonly port: number
  readonly roles: readonly Role[]
  /** Messages created a second, over all processes. */
  readonly sendRate: number
  readonly fieldKeys: Secret | undefined
  readonly logLevel: LogLevel
  readonly defaultLanguage: Language
  readonly homeTimeZone: string
}

export type ConfigReading =
  { kind: 'config'; config: Config } | { kind: 'mistakes'; mistakes: readonly Mistake[] }

type Environment = Readonly<Record<string, string | undefined>>

/** Reads `.env` (what the environment says already wins) and the environment; refuses to start on any mistake. */
export function loadConfig(): Config {
  readEnvFile()
  const reading = readConfig(process.env)
  if (reading.kind === 'mistakes') throw new CannotStart(tellMistakes(reading.mistakes))
  return reading.config
}

/** Reads an environment and finds every mistake in it, not only the first. An empty variable is an absent one. */
export function readConfig(environment: Environment): ConfigReading {
  const given = Object.fromEntries(
    Object.keys(variables.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  )
  const mistakes: Mistake[] = []
  const known: Partial<Record<VariableName, unknown>> = {}
  for (const [name, schema] of Object.entries(variables.shape) as [
    VariableName,
    typeof variables.shape.PORT,
  ][]) {
    const { success, data, error } = schema.safeParse(given[name])
    if (success) known[name] = data
    else mistakes.push({ variable: name, mend: error.issues[0]?.message ?? 'cannot be read' })
  }
  const isProduction = environment.NODE_ENV === 'production'
  const isTold = new Set(mistakes.map(({ variable }) => variable))
  mistakes.push(
    ...crossRules(known as Partial<Variables>, { isProduction }).filter(
      ({ variable }) => !isTold.has(variable),
    ),
  )
  return mistakes.length > 0
    ? { kind: 'mistakes', mistakes }
    : { kind: 'config', config: toConfig(known as Variables) }
}

/** One message with every mistake and its mend, and no value in it, because some of them are secrets. */
export function tellMistakes(mistakes: readonly Mistake[]): string {
  const count = mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`
  const lines = mistakes.map(({ variable, mend }) => `  ${variable}: ${mend}.`)
  return [
    `Nothing was started: the configuration has ${count}.`,
    ...lines,
    'Each variable is explained in .env.example.',
  ].join('\n')
}

const toConfig = (known: Variables): Config => ({
  botToken: known.BOT_TOKEN,
  telegramApiRoot: known.TELEGRAM_API_ROOT,
  databaseUrl: known.DATABASE_URL,
  dataDir: known.BOT_TOKEN ? known.DATA_DIR : join(known.DATA_DIR, 'sandbox'),
  webhookUrl: known.WEBHOOK_URL,
  webhookSecret: known.WEBHOOK_SECRET,
  publicUrl: known.PUBLIC_URL ?? known.WEBHOOK_URL,
  host: known.HOST,
  port: known.PORT,
  roles: known.ROLES,
  sendRate: known.SEND_RATE,
  fieldKeys: known.FIELD_KEYS,
  logLevel: known.LOG_LEVEL,
  defaultLanguage: known.DEFAULT_LANGUAGE,
  homeTimeZone: known.HOME_TIME_ZONE,
})
