import type { World } from '../world.ts'
import type { KeptWebhook } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { rememberAllowedUpdates } from './allowed-updates.ts'
import type { Input } from './input.ts'
import type { Methods } from './method.ts'

/** How the bot gets its updates, and who it is. */
export const updateMethods: Methods = {
  getUpdates: ({ polling }, input) => polling.getUpdates(input),
  setWebhook({ world, queue, polling, webhook }, input) {
    const url = input.text('url')
    if (url === '') return removeWebhook(world, webhook, queue, input)
    world.webhooks.set('current', readWebhook(url, input))
    rememberAllowedUpdates(world, input)
    if (input.flag('drop_pending_updates')) queue.keepLast(0)
    polling.endWithConflict('terminated by setWebhook request')
    webhook.wake()
    return true
  },
  deleteWebhook: ({ world, webhook, queue }, input) => removeWebhook(world, webhook, queue, input),
  getWebhookInfo({ world }) {
    const webhook = world.webhooks.get('current')
    const allowed_updates = world.allowedUpdates.get('current')
    return {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: world.updates.size,
      ...(webhook && { max_connections: webhook.maxConnections }),
      ...(webhook?.lastErrorAt && { last_error_date: webhook.lastErrorAt }),
      ...(webhook?.lastErrorMessage && { last_error_message: webhook.lastErrorMessage }),
      ...(allowed_updates && { allowed_updates }),
    }
  },
  getMe: ({ world }) => ({
    ...world.bot,
    first_name: world.texts.get('name/') ?? world.bot.first_name,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }),
}

type Waking = { wake(): void }
type Dropping = { keepLast(count: number): void }

function removeWebhook(world: World, webhook: Waking, queue: Dropping, input: Input): true {
  world.webhooks.delete('current')
  if (input.flag('drop_pending_updates')) queue.keepLast(0)
  webhook.wake()
  return true
}

const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/

function readWebhook(url: string, input: Input): KeptWebhook {
  // Telegram insists on https; the emulator lives on one computer, where plain loopback is as safe.
  if (!url.startsWith('https://') && !loopback.test(url))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  const secretToken = input.text('secret_token')
  if (secretToken.length > 256) throw badRequest('secret token is too long')
  if (!/^[A-Za-z0-9_-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters')
  const maxConnections = Math.min(Math.max(input.integer('max_connections') ?? 40, 1), 100)
  return { url, secretToken, maxConnections }
}
