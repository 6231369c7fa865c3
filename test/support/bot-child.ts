import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { measureNothing } from '../../src/bot/measure.ts'
import { webhookAddress } from '../../src/bot/receiving/webhook.ts'
import { openHouse } from '../../src/house.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { reportToParent } from './child-report.ts'
import { testKeys } from './test-keys.ts'

/** How a bot in a process of its own is started: see `bot-process.ts`. */
export interface BotChildOptions {
  databaseUrl: string
  token: string
  apiRoot: string
  /** Takes updates by webhook on this port; by polling without it. */
  isByWebhook?: boolean
  /** Messages a second for the whole bot, and calls a chat gets at once; as good as unlimited unless given. */
  sendRate?: number
  chatBurst?: number
  /** Lines that matter go to stderr. */
  logLevel?: string
}

// The whole bot, as main opens it, in a process that can be measured and killed.
const {
  databaseUrl,
  token,
  apiRoot,
  isByWebhook = false,
  sendRate = 1000,
  chatBurst = 1000,
  logLevel = 'silent',
} = JSON.parse(process.argv[2] ?? '{}') as BotChildOptions
const house = await openHouse({
  databaseUrl,
  token,
  apiRoot,
  clock: systemClock,
  log: pino({ level: logLevel }, pino.destination(2)),
  measure: measureNothing,
  sendRate,
  chatBurst,
  defaultLanguage: 'en',
  homeTimeZone: 'Europe/Istanbul',
  worksJobs: true,
  keys: testKeys('a'),
  onJob: () => {},
})
if (!isByWebhook) house.door.poll()
else {
  const { promise: listening, resolve } = Promise.withResolvers<number>()
  const routes = house.door.webhook()
  serve({ fetch: routes.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
  await house.door.registerWebhook(webhookAddress(`http://127.0.0.1:${await listening}`))
}
reportToParent()
