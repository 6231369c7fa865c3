import type { World } from '../world.ts'
import type { ApiError } from './api-error.ts'
import { tooManyRequests } from './api-error.ts'
import type { Input } from './input.ts'

/** How much Telegram takes; real time, whatever the sandbox's clock shows. */
export interface Limits {
  isEnforced: boolean
  /** Messages of the bot in any second. */
  perSecond: number
  /** As many may come at once, and are filled up over a second; else any second is counted strictly. */
  isBucket?: boolean
  /** Messages to one chat: so many at once, then one a second. */
  chatBurst: number
  /** Messages to one group in any minute. */
  groupPerMinute: number
}

export const telegramLimits: Limits = { isEnforced: true, perSecond: 30, chatBurst: 6, groupPerMinute: 20 }

/** Counts what the bot sends and says when it was too much. */
export interface Pace {
  /** The 429 for this call, or nothing: then it has been counted. */
  admit(input: Input): ApiError | undefined
  limits: Limits
}

export function pace(world: World, limits: Limits): Pace {
  const ofBot: number[] = []
  let botBucket = { left: limits.perSecond, at: performance.now() }
  const ofGroups = new Map<number, number[]>()
  const buckets = new Map<number, { left: number; at: number }>()

  function secondsToWait(chatId: number, messages: number, now: number): number {
    const bot = messages > 0 ? waitOfBot(messages, now) : 0
    const isGroup = chatId < 0 && world.chats.get(chatId)?.kind !== 'channel'
    const group = isGroup ? waitInWindow(windowOf(chatId), messages, limits.groupPerMinute, 60_000, now) : 0
    const chat = 1 - filled(chatId, now).left
    return Math.ceil(Math.max(bot, group, chat))
  }
  function waitOfBot(messages: number, now: number): number {
    if (!limits.isBucket) return waitInWindow(ofBot, messages, limits.perSecond, 1000, now)
    const refilled = botBucket.left + ((now - botBucket.at) / 1000) * limits.perSecond
    botBucket = { left: Math.min(limits.perSecond, refilled), at: now }
    return Math.max(0, (messages - botBucket.left) / limits.perSecond)
  }
  const windowOf = (chatId: number) => {
    const window = ofGroups.get(chatId) ?? []
    ofGroups.set(chatId, window)
    return window
  }
  const filled = (chatId: number, now: number) => {
    const { left, at } = buckets.get(chatId) ?? { left: limits.chatBurst, at: now }
    return { left: Math.min(limits.chatBurst, left + (now - at) / 1000), at: now }
  }
  return {
    limits,
    admit(input) {
      if (!limits.isEnforced) return undefined
      const weight = weigh(input)
      if (!weight) return undefined
      const now = performance.now()
      const chatId = input.integer('chat_id') ?? 0
      const seconds = secondsToWait(chatId, weight.messages, now)
      if (seconds > 0) return tooManyRequests(seconds)
      botBucket.left -= weight.messages
      for (let message = 0; message < weight.messages; message++) {
        ofBot.push(now)
        if (chatId < 0) windowOf(chatId).push(now)
      }
      const bucket = filled(chatId, now)
      buckets.set(chatId, { ...bucket, left: bucket.left - weight.inChat })
      return undefined
    },
  }
}

/** Seconds until the window has room; forgets what has left it. */
function waitInWindow(
  window: number[],
  messages: number,
  most: number,
  milliseconds: number,
  now: number,
): number {
  while (window.length > 0 && (window[0] ?? 0) <= now - milliseconds) window.shift()
  const surplus = window.length + messages - most
  if (surplus <= 0) return 0
  return ((window[surplus - 1] ?? now) + milliseconds - now) / 1000
}

/** Messages a call creates, and what it costs the chat; nothing for calls that are free. An edit costs its chat only. */
function weigh(input: Input): { messages: number; inChat: number } | undefined {
  const method = input.method.toLowerCase()
  if (method.startsWith('edit')) return { messages: 0, inChat: 1 }
  if (method === 'sendchataction' || !/^(send|copy|forward)/.test(method)) return undefined
  const list = { sendmediagroup: 'media', copymessages: 'message_ids', forwardmessages: 'message_ids' }[
    method
  ]
  const items = list === undefined ? undefined : input.json(list, list)
  return { messages: Array.isArray(items) ? items.length : 1, inChat: 1 }
}
