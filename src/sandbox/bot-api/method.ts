import type { ButtonAnswer } from '../verbs.ts'
import type { World } from '../world.ts'
import type { Input } from './input.ts'
import type { EmulatedMethod } from './parameters.ts'
import type { UpdateQueue } from './update-queue.ts'

/** What a method works with: the world, the updates waiting for the bot, and whoever waits for something. */
export interface ApiContext {
  world: World
  queue: UpdateQueue
  polling: Polling
  webhook: WebhookDelivery
  presses: PressWaiters
}

export interface Polling {
  getUpdates(input: Input): unknown
  /** Ends a waiting long poll with a 409. */
  endWithConflict(words: string): void
}

export interface WebhookDelivery {
  /** Looks for something to deliver; to be called when the webhook or the queue has changed. */
  wake(): void
  stop(): void
}

/** Phones whose press of a button waits for the bot's answer. */
export interface PressWaiters {
  wait(queryId: string): Promise<ButtonAnswer | null>
  answer(queryId: string, answer: ButtonAnswer): void
}

export type Method = (context: ApiContext, input: Input) => unknown

/** Some of the methods, by family; together they are the registry. */
export type Methods = Partial<Record<EmulatedMethod, Method>>
