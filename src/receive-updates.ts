import type { House } from './house.ts'
import { introduce } from './introduce.ts'
import { tokenIsRefused, watchWebhook, type WebhookWatch } from './bot/receiving/webhook-watch.ts'
import { webhookAddress } from './bot/receiving/webhook.ts'
import type { Config } from './platform/config.ts'
import type { Http } from './platform/http.ts'
import type { Logger } from './platform/log.ts'
import type { Shutdown } from './platform/shutdown.ts'

export interface ReceivingNeeds {
  config: Pick<Config, 'webhookUrl' | 'webhookSecret'>
  house: House
  http: Pick<Http, 'mount' | 'readyWhen'>
  shutdown: Pick<Shutdown, 'closing' | 'hasBegun'>
  log: Logger
}

/** Longest silence of Telegram, in seconds, before this process says that it is not ready. */
const longestSilence = 90

/** Lets updates in, by webhook or by long polling, and tells Telegram what to show of the bot. */
export function receiveUpdates(needs: ReceivingNeeds): void {
  const { config, house, http } = needs
  const secret = config.webhookSecret?.reveal()
  let webhook: WebhookWatch | undefined
  if (config.webhookUrl) {
    webhook = watchWebhook({ api: house.api, address: webhookAddress(config.webhookUrl) })
    http.mount('/', house.door.webhook(secret))
    http.readyWhen('updates', webhook.state)
  } else pollUpdates(needs)
  void introduce({ ...needs, webhook, secret })
}

function pollUpdates({ house, http, shutdown }: ReceivingNeeds): void {
  const polling = house.door.poll()
  shutdown.closing('polling', polling.close)
  http.readyWhen('updates', async () => {
    const seconds = polling.secondsSinceSuccess()
    if (!polling.isHolding()) return true
    if (polling.isTokenRefused()) return tokenIsRefused
    return seconds !== undefined && seconds < longestSilence ? true : 'Telegram has not answered for a while'
  })
}
