import type { World } from '../world.ts'
import type { KeptUpdate, KeptWebhook } from '../world-things.ts'
import type { WebhookDelivery } from './method.ts'
import type { Schedule } from './schedule.ts'
import type { UpdateQueue } from './update-queue.ts'

interface Lane {
  failures: number
  isBusy: boolean
}

const longestPauseSeconds = 60
const longestRetryAfterSeconds = 3600

/** Posts updates to the bot's address as Telegram does: one at a time within a lane, lanes side by side. */
export function webhookDelivery(world: World, queue: UpdateQueue, schedule: Schedule): WebhookDelivery {
  const lanes = new Map<string, Lane>()
  const pauses = new Set<() => void>()
  let again: KeptUpdate[] = []
  let inFlight = 0
  let isStopped = false

  function deliverWhatCan() {
    const webhook = world.webhooks.get('current')
    if (!webhook || isStopped) return
    again.push(...queue.takeRedelivered(Infinity))
    for (const kept of [...again, ...world.updates.values()]) {
      if (inFlight >= webhook.maxConnections) return
      const lane = lanes.get(kept.lane) ?? { failures: 0, isBusy: false }
      if (lane.isBusy) continue
      lanes.set(kept.lane, { ...lane, isBusy: true })
      inFlight += 1
      void deliver(webhook, kept, lane.failures)
    }
  }

  async function deliver(webhook: KeptWebhook, kept: KeptUpdate, failures: number) {
    queue.noteHandedOut([kept.update])
    const failure = await post(webhook, kept)
    inFlight -= 1
    if (isStopped) return
    if (!failure) {
      again = again.filter((other) => other !== kept)
      queue.confirm(kept.update.update_id)
      lanes.delete(kept.lane)
      return deliverWhatCan()
    }
    world.webhooks.change('current', { lastErrorAt: world.now(), lastErrorMessage: failure.message })
    pause(kept.lane, failures + 1, failure.retryAfterSeconds)
  }

  function pause(lane: string, failures: number, retryAfterSeconds: number | undefined) {
    // At once, then after 2, 4, 8 … seconds, unless the bot asked for more patience.
    const backOff = failures === 1 ? 0 : Math.min(2 ** (failures - 1), longestPauseSeconds)
    const cancel = schedule((retryAfterSeconds ?? backOff) * 1000, () => {
      pauses.delete(cancel)
      lanes.set(lane, { failures, isBusy: false })
      deliverWhatCan()
    })
    pauses.add(cancel)
  }

  queue.onArrival(() => queueMicrotask(deliverWhatCan))
  return {
    wake() {
      pauses.forEach((cancel) => cancel())
      pauses.clear()
      lanes.clear()
      queueMicrotask(deliverWhatCan)
    },
    stop() {
      isStopped = true
      pauses.forEach((cancel) => cancel())
    },
  }
}

interface Failure {
  message: string
  retryAfterSeconds?: number
}

/** Nothing when the bot took the update. */
async function post({ url, secretToken }: KeptWebhook, { update }: KeptUpdate): Promise<Failure | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(update),
      headers: {
        'content-type': 'application/json',
        ...(secretToken && { 'x-telegram-bot-api-secret-token': secretToken }),
      },
    })
    await response.arrayBuffer()
    if (response.ok) return undefined
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
    const message = `Wrong response from the webhook: ${response.status} ${response.statusText}`
    if (!Number.isFinite(retryAfter)) return { message }
    return { message, retryAfterSeconds: Math.min(Math.max(retryAfter, 0), longestRetryAfterSeconds) }
  } catch {
    return { message: 'Connection refused' }
  }
}
