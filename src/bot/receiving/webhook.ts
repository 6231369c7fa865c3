import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Update } from 'grammy/types'
import type { ReceivedUpdate } from '../data/inbox-rows.ts'
import { asReceived } from './receive-updates.ts'

/** Where Telegram delivers updates, below the public address of this service. */
export const webhookAddress = (url: string): string => `${url.replace(/\/$/, '')}/telegram`

export interface WebhookNeeds {
  secret: string
  receive(updates: ReceivedUpdate[]): Promise<void>
}

/** `POST /telegram`: 401 for anybody but Telegram; 200 only after the update has been kept. */
export function webhook({ secret, receive }: WebhookNeeds): Hono {
  const routes = new Hono()
  const keep = gathering(receive)
  routes.post('/telegram', bodyLimit({ maxSize: 1024 * 1024 }), async (request) => {
    if (!isEqual(request.req.header('x-telegram-bot-api-secret-token') ?? '', secret))
      return request.body(null, 401)
    const update = readUpdate(await request.req.text())
    if (!update) return request.body(null, 400)
    await keep(update)
    return request.body(null, 200)
  })
  return routes
}

function readUpdate(text: string): ReceivedUpdate | undefined {
  try {
    const update = JSON.parse(text) as Partial<Update>
    return Number.isSafeInteger(update.update_id) ? asReceived(update as Update) : undefined
  } catch {
    return undefined
  }
}

/** Compares digests, so that neither the time nor the length tells anything about the secret. */
function isEqual(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

/** While one insert is under way, what arrives is gathered for the next: many updates, few statements. */
function gathering(receive: (updates: ReceivedUpdate[]) => Promise<void>) {
  const waiting: { update: ReceivedUpdate; resolve: () => void; reject: (error: unknown) => void }[] = []
  let isKeeping = false

  async function keepAll(): Promise<void> {
    isKeeping = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, 100)
      await receive(batch.map(({ update }) => update)).then(
        () => batch.forEach(({ resolve }) => resolve()),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      )
    }
    isKeeping = false
  }

  return (update: ReceivedUpdate) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ update, resolve, reject })
      if (!isKeeping) void keepAll()
    })
}
