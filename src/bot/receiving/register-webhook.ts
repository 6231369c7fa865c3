import { createHash } from 'node:crypto'
import type { Api } from 'grammy'
import { allowedUpdates } from './receive-updates.ts'

/** The webhook's secret, when none is given: nobody without the token can know it. */
export const deriveSecret = (token: string): string =>
  createHash('sha256').update(`heyet webhook ${token}`).digest('hex')

/** Has Telegram deliver updates to this address (`webhookAddress`). */
export async function registerWebhook(api: Api, address: string, secret: string): Promise<void> {
  await api.setWebhook(address, {
    secret_token: secret,
    allowed_updates: allowedUpdates,
    max_connections: 100,
  })
}
