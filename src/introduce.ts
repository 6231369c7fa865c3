import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { WebhookWatch } from './bot/receiving/webhook-watch.ts'
import type { House } from './house.ts'
import type { Logger } from './platform/log.ts'
import { lockKinds } from './platform/session-locks.ts'
import type { Shutdown } from './platform/shutdown.ts'

export interface IntroducingNeeds {
  house: House
  log: Logger
  shutdown: Pick<Shutdown, 'hasBegun'>
  /** Absent with long polling. */
  webhook: WebhookWatch | undefined
  secret: string | undefined
}

/** How long another process may take, in seconds, until this one looks whether all has been done. */
const lookAgain = 5
const longestPause = 60

/**
 * Tells Telegram where updates go and what to show of the bot. One process does it, the others find it done. A webhook is
 * tried until it is registered, also when it has been refused, because the address may only be on its way into the DNS;
 * it never stops the bot.
 */
export async function introduce(needs: IntroducingNeeds): Promise<void> {
  const { house, shutdown, webhook } = needs
  const number = house.me.id % 2_147_483_647
  for (let tries = 0; !shutdown.hasBegun; tries += 1) {
    let pause = lookAgain
    if (await house.locks.tryHold(lockKinds.publishing, number).catch(() => false)) {
      try {
        const asked = await register(needs, tries)
        if (asked === 'done') return await publish(needs)
        pause = asked
      } finally {
        // Where the connection has been lost, the lock has gone with it.
        await house.locks.release(lockKinds.publishing, number).catch(() => {})
      }
    } else if (!webhook || (await webhook.state()) === true) return
    await sleep(pause * 1000, undefined, { ref: false })
  }
}

/** Has updates delivered to the webhook, if there is one; else says after how many seconds to try again. */
async function register(
  { house, log, webhook, secret }: IntroducingNeeds,
  tries: number,
): Promise<'done' | number> {
  if (!webhook) return 'done'
  try {
    await house.door.registerWebhook(webhook.address, secret)
    webhook.noteRefusal(undefined)
    return 'done'
  } catch (error) {
    const refusal = error instanceof GrammyError && error.error_code < 500 ? error : undefined
    if (refusal?.error_code !== 429) webhook.noteRefusal(refusal?.description)
    log.error(
      {
        tries,
        code: error instanceof GrammyError ? error.error_code : 'no answer',
        ...(refusal ? { reason: refusal.description } : {}),
      },
      'webhook.refused',
    )
    return refusal?.parameters.retry_after ?? Math.min(2 ** tries, longestPause)
  }
}

async function publish(needs: IntroducingNeeds): Promise<void> {
  const { house, log, shutdown } = needs
  for (let tries = 0; !shutdown.hasBegun; tries += 1) {
    try {
      await house.door.profile.publish()
      for (const { userId, language } of await house.rooms.people.coordinatorAccounts())
        await house.door.profile.publishFor(userId, language, 'coordinator')
      return
    } catch (error) {
      log.warn({ tries, code: error instanceof GrammyError ? error.error_code : 'unknown' }, 'profile.failed')
      const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined
      if (error instanceof GrammyError && asked === undefined && error.error_code < 500) return
      await sleep((asked ?? Math.min(2 ** tries, longestPause)) * 1000, undefined, { ref: false })
    }
  }
}
