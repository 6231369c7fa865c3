import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError, type Api } from 'grammy'
import type { Logger } from 'pino'
import { lockKinds, type SessionLocks } from '../../platform/session-locks.ts'
import type { ReceivedUpdate } from '../data/inbox-rows.ts'
import { refusesToken } from '../sending/judge-answer.ts'
import { allowedUpdates, asReceived } from './receive-updates.ts'

export interface PollingNeeds {
  api: Api
  locks: Pick<SessionLocks, 'tryHold' | 'onLost'>
  log: Logger
  botId: number
  /** Keeps updates; they are confirmed to Telegram only after this has resolved. */
  receive(updates: ReceivedUpdate[]): Promise<void>
}

const pollSeconds = 30

/**
 * Fetches updates, in one process at a time: whoever holds the lock polls, the others try for it once a second, so that
 * another one takes over within seconds of a death.
 */
export function poll({ api, locks, log, botId, receive }: PollingNeeds) {
  const stop = new AbortController()
  let isHolding = false
  let isTokenRefused = false
  let lastSuccessAt: number | undefined
  locks.onLost(() => (isHolding = false))

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      isHolding = await locks.tryHold(lockKinds.polling, botId % 2_147_483_647).catch(() => false)
      if (!isHolding) {
        await pause(1)
        continue
      }
      log.info('polling.began')
      await leaveWebhook()
      await fetchUpdates()
    }
  }

  async function leaveWebhook(): Promise<void> {
    try {
      if ((await api.getWebhookInfo()).url) await api.deleteWebhook()
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'polling.webhook.unknown')
    }
  }

  async function fetchUpdates(): Promise<void> {
    let offset: number | undefined
    let failures = 0
    while (isHolding && !stop.signal.aborted) {
      try {
        const updates = await api.getUpdates(
          {
            // The first answer is wanted at once: it says that Telegram can be reached.
            timeout: lastSuccessAt === undefined ? 0 : pollSeconds,
            limit: 100,
            allowed_updates: allowedUpdates,
            ...(offset === undefined ? {} : { offset }),
          },
          stop.signal as never,
        )
        failures = 0
        isTokenRefused = false
        lastSuccessAt = performance.now()
        await receive(updates.map(asReceived))
        // Whoever has written goes first: asking for more takes as long as answering them begins to.
        await sleep(1)
        // After a quiet week Telegram's ids jump, down as well as up: an old offset must not hide what is new.
        const last = updates.at(-1)
        offset = last ? last.update_id + 1 : undefined
      } catch (error) {
        if (stop.signal.aborted) return
        failures += 1
        isTokenRefused = error instanceof GrammyError && refusesToken(error)
        log.warn({ code: codeOf(error), failures }, 'polling.failed')
        await pause(waitAfter(error, failures))
      }
    }
  }

  function pause(seconds: number): Promise<void> {
    // Not with a listener of our own: one would stay for each second that a process waits for the lock.
    return sleep(seconds * 1000, undefined, { signal: stop.signal }).catch(() => {})
  }

  const running = run()
  return {
    /** Seconds since the last answer of Telegram; `undefined` while another process polls or none has come yet. */
    secondsSinceSuccess: () =>
      lastSuccessAt === undefined ? undefined : (performance.now() - lastSuccessAt) / 1000,
    isHolding: () => isHolding,
    /** Telegram does not know the token (any more). */
    isTokenRefused: () => isTokenRefused,
    async close(): Promise<void> {
      stop.abort()
      await running
    },
  }
}

function waitAfter(error: unknown, failures: number): number {
  if (error instanceof GrammyError && error.parameters.retry_after !== undefined)
    return error.parameters.retry_after
  return Math.min(2 ** (failures - 1), 15)
}

const codeOf = (error: unknown) =>
  error instanceof GrammyError ? error.error_code : error instanceof Error ? error.name : 'unknown'
