import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { Api } from 'grammy'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { servePhones } from '../../src/sandbox/serve-phones.ts'
import { serveTelegram } from '../../src/sandbox/serve-telegram.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import { openBrowser } from '../support/browser.ts'
import { token } from './support.ts'

export interface OpenedPage {
  telegram: TelegramServer
  api: Api
  /** Nobody has written anything yet, and the phones are as they were. */
  reset(): void
  /** A further visitor with the page in front of them. */
  visit(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

const zeynep = 7001
export const emma = 7005

/** The page with three phones over a Telegram without a bot: whatever the test calls is what the bot says. */
export async function openPage(): Promise<OpenedPage> {
  const telegram = await startTelegramServer({ token, username: 'heyet_bot', port: 0 })
  openPhones(telegram)
  const app = new Hono().route('/', serveTelegram(telegram)).route('/', servePhones())
  const listening = Promise.withResolvers<AddressInfo>()
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, listening.resolve)
  const address = `http://127.0.0.1:${(await listening.promise).port}/`
  const browser = await openBrowser()
  return {
    telegram,
    api: new Api(token, { apiRoot: telegram.root }),
    async visit(options = {}) {
      const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options })
      const page = await context.newPage()
      await page.goto(address)
      await page.locator('[data-phone]:visible').first().waitFor()
      return page
    },
    reset() {
      telegram.reset()
      openPhones(telegram)
    },
    async close() {
      await browser.close()
      server.close()
      await telegram.stop()
    },
  }
}

function openPhones(telegram: TelegramServer) {
  telegram.openPhone({
    id: zeynep,
    firstName: 'Zeynep',
    lastName: 'Kaya',
    languageCode: 'tr',
    phoneNumber: '905321112233',
    label: 'Zeynep Kaya',
    role: 'coordinator',
    place: 'Eskişehir',
  })
  telegram.openPhone({
    id: emma,
    firstName: 'Emma',
    lastName: 'Wilson',
    languageCode: 'en',
    phoneNumber: '447400123456',
    label: 'Emma Wilson',
    role: 'representative',
    place: 'Sivas',
  })
  telegram.openPhone({
    firstName: 'Carlos',
    languageCode: 'es',
    phoneNumber: '34612345678',
    label: 'Carlos',
  })
}
