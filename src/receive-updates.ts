import { GrammyError } from 'grammy'
import type { House } from './house.ts'
import type { Config } from './platform/config.ts'
import type { Http } from './platform/http.ts'
import type { Logger } from './platform/log.ts'
import { lockKinds } from './platform/session-locks.ts'
import type { Shutdown } from './platform/shutdown.ts'

export interface ReceivingNeeds {
  config: Config
  house: House
  http: Http
  shutdown: Shutdown
  log: Logger
}

/** Longest silence of Telegram, in seconds, before this process says that it is not ready. */
const longestSilence = 90

/** Lets updates in, by webhook or by long polling, and tells Telegram what to show of the bot. */
export function receiveUpdates({ config, house, http, shutdown, log }: ReceivingNeeds): void {
  const { webhookUrl, webhookSecret } = config
  if (webhookUrl) {
    http.mount('/', house.door.webhook(webhookSecret?.reveal()))
    http.readyWhen('updates', () => webhookWorks(house))
  } else {
    const polling = house.door.poll()
    shutdown.closing('polling', polling.close)
    http.readyWhen('updates', async () => {
      const seconds = polling.secondsSinceSuccess()
      if (!polling.isHolding()) return true
      return seconds !== undefined && seconds < longestSilence
        ? true
        : 'Telegram has not answered for a while'
    })
  }
  void introduce(config, house, log)
}

async function webhookWorks({ api }: House): Promise<true | string> {
  const { last_error_date: failedAt, pending_update_count: pending } = await api.getWebhookInfo()
  const isRecent = failedAt !== undefined && Date.now() / 1000 - failedAt < longestSilence
  return isRecent && pending > 0 ? 'Telegram cannot deliver updates to WEBHOOK_URL' : true
}

/**
 * Tells Telegram where updates go and what to show of the bot. One process does it, the others find it done; while
 * Telegram cannot be reached it is tried again, and it never stops the bot.
 */
async function introduce(config: Config, house: House, log: Logger): Promise<void> {
  const { locks, me } = house
  const number = me.id % 2_147_483_647
  for (let tries = 0; ; tries += 1) {
    try {
      if (!(await locks.tryHold(lockKinds.publishing, number))) return
      await sayWhoWeAre(config, house)
      return
    } catch (error) {
      log.warn({ tries, code: error instanceof GrammyError ? error.error_code : 'unknown' }, 'profile.failed')
      const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined
      if (error instanceof GrammyError && asked === undefined && error.error_code < 500) return
      await new Promise((resolve) => setTimeout(resolve, (asked ?? Math.min(2 ** tries, 60)) * 1000).unref())
    } finally {
      // Where the connection has been lost, the lock has gone with it.
      await locks.release(lockKinds.publishing, number).catch(() => {})
    }
  }
}

async function sayWhoWeAre({ webhookUrl, webhookSecret }: Config, { door, rooms }: House): Promise<void> {
  if (webhookUrl) await door.registerWebhook(webhookUrl, webhookSecret?.reveal())
  await door.profile.publish()
  for (const { userId, language } of await rooms.people.coordinatorAccounts())
    await door.profile.publishFor(userId, language, true)
}
