import { Api, GrammyError } from 'grammy'
import { afterEach, beforeEach } from 'vitest'
import type { Phone } from '../../src/sandbox/phone.ts'
import { startTelegramServer, type TelegramServer } from '../../src/sandbox/telegram-server.ts'
import type { TelegramNeeds } from '../../src/sandbox/telegram.ts'

export const token = '42:secret'

export interface Bench {
  telegram: TelegramServer
  api: Api
  /** Somebody who has started the bot; their `/start` has been confirmed. */
  ayse: Phone
  /** The refusal of a call in Telegram's words, with its code in front. */
  refusal(call: Promise<unknown>): Promise<string>
  /** A call over HTTP with a JSON body. */
  post(method: string, body: object): Promise<{ status: number; body: Record<string, unknown> }>
  /** The updates waiting, all confirmed by this. */
  updates(): Promise<Awaited<ReturnType<Api['getUpdates']>>>
}

/** A Telegram over HTTP, a client and a phone, new for every test. */
export function bench(needs: Partial<TelegramNeeds> = {}): Bench {
  const opened: Partial<Bench> = {}
  beforeEach(async () => {
    const telegram = await startTelegramServer({ token, username: 'heyet_bot', port: 0, ...needs })
    const api = new Api(token, { apiRoot: telegram.root })
    const ayse = telegram.openPhone({
      firstName: 'Ayşe',
      lastName: 'Kaya',
      username: 'aysekaya',
      languageCode: 'tr',
      phoneNumber: '905321112233',
      label: 'Ayşe',
    })
    ayse.start({})
    for (const { update_id } of telegram.pendingUpdates()) telegram.world.updates.delete(update_id)
    Object.assign(opened, { telegram, api, ayse })
  })
  afterEach(() => opened.telegram?.stop())
  return Object.assign(opened, { refusal, post: postTo(opened), updates: confirmAll(opened) }) as Bench
}

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof GrammyError) return `${error.error_code} ${error.description}`
    throw error
  }
  return 'not refused'
}

const postTo = (opened: Partial<Bench>) => async (method: string, body: object) => {
  const response = await fetch(`${opened.telegram?.root}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const confirmAll = (opened: Partial<Bench>) => async () => {
  const updates = (await opened.api?.getUpdates()) ?? []
  await opened.api?.getUpdates({ offset: (updates.at(-1)?.update_id ?? 0) + 1, limit: 1 })
  return updates
}

/** A real picture: one grey PNG of the given size, as a header that says so. */
export function picture(width = 1600, height = 1200): Uint8Array {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}
