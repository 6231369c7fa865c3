import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { measureNothing } from '../../src/bot/measure.ts'
import { webhookAddress } from '../../src/bot/webhook.ts'
import { openHouse } from '../../src/house.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { reportToParent } from './child-report.ts'

/** How a bot in a process of its own is started: see `bot-process.ts`. */
export interface BotChildOptions {
  databaseUrl: string
  token: string
  apiRoot: string
  /** Takes updates by webhook on this port; by polling without it. */
  webhookPort?: number
  /** Lines that matter go to stderr. */
  logLevel?: string
}

// The whole bot, as main opens it, in a process that can be measured and killed.
const {
  databaseUrl,
  token,
  apiRoot,
  webhookPort,
  logLevel = 'silent',
} = JSON.parse(process.argv[2] ?? '{}') as BotChildOptions
const house = await openHouse({
  databaseUrl,
  token,
  apiRoot,
  clock: systemClock,
  log: pino({ level: logLevel }, pino.destination(2)),
  measure: measureNothing,
  sendRate: 1000,
  chatBurst: 1000,
  defaultLanguage: 'en',
  homeTimeZone: 'Europe/Istanbul',
  worksJobs: true,
  seal: (text) => `sealed ${text.length}`,
  onJob: () => {},
})
if (webhookPort === undefined) house.door.poll()
else {
  const url = `http://127.0.0.1:${webhookPort}`
  const routes = house.door.webhook()
  await house.door.registerWebhook(webhookAddress(url))
  serve({ fetch: routes.fetch, port: webhookPort, hostname: '127.0.0.1' })
}
reportToParent()
