import type { Update } from 'grammy/types'
import type { World } from '../world.ts'
import { conflict } from './api-error.ts'
import { rememberAllowedUpdates } from './allowed-updates.ts'
import type { Polling } from './method.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { Schedule } from './schedule.ts'

interface Waiter {
  limit: number
  resolve(updates: Update[]): void
  reject(error: unknown): void
}

const longestPollSeconds = 50

/** Long polling: one poll at a time, the newest wins; what is handed out stays until a higher offset confirms it. */
export function polling(world: World, queue: UpdateQueue, schedule: Schedule): Polling {
  let waiter: Waiter | null = null

  const take = (limit: number): Update[] => {
    const again = queue.takeRedelivered(limit).map(({ update }) => update)
    const updates = again.length > 0 ? again : queue.oldest(limit)
    if (updates.length > 0) queue.noteHandedOut(updates)
    return updates
  }
  queue.onArrival(() => {
    if (waiter) queueMicrotask(deliver)
  })
  function deliver() {
    if (!waiter) return
    const updates = take(waiter.limit)
    if (updates.length > 0) waiter.resolve(updates)
  }
  function endWithConflict(words: string) {
    waiter?.reject(conflict(words))
  }
  function wait(limit: number, seconds: number, signal: AbortSignal | undefined): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const free = () => {
        if (waiter === mine) waiter = null
        cancel()
        signal?.removeEventListener('abort', abandon)
      }
      const settle =
        <Value>(act: (value: Value) => void) =>
        (value: Value) => {
          free()
          act(value)
        }
      const mine: Waiter = { limit, resolve: settle(resolve), reject: settle(reject) }
      const abandon = () => mine.resolve([])
      const cancel = schedule(seconds * 1000, () => mine.resolve([]))
      signal?.addEventListener('abort', abandon)
      waiter = mine
    })
  }
  return {
    endWithConflict,
    getUpdates(input) {
      if (world.webhooks.get('current'))
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      endWithConflict(
        'terminated by other getUpdates request; make sure that only one bot instance is running',
      )
      rememberAllowedUpdates(world, input)
      confirm(queue, input.integer('offset') ?? 0)
      const limit = Math.min(Math.max(input.integer('limit') ?? 100, 1), 100)
      const seconds = Math.min(Math.max(input.integer('timeout') ?? 0, 0), longestPollSeconds)
      const updates = take(limit)
      return updates.length > 0 || seconds === 0 ? updates : wait(limit, seconds, input.signal)
    },
  }
}

function confirm(queue: UpdateQueue, offset: number) {
  if (offset > 0) queue.confirmBelow(offset)
  if (offset < 0) queue.keepLast(-offset)
}
