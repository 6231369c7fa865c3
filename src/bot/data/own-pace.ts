import { setTimeout as soon } from 'node:timers/promises'

/** Milliseconds between a message and the one `rate` before it; less than what the ring keeps, so that it seldom has a say. */
const apart = 1_015
/** Milliseconds by which the usual time of an answer may grow with each answer: a network that has become slower is usual soon. */
const growth = 0.5

/** Makes a call that has its places as soon as the pace lets it leave. */
export type Leave = <Answer>(call: () => Promise<Answer>) => Promise<Answer>

/**
 * The ring counts from the moment a place is granted; a process that is busy or held up sends a moment later, and the
 * message `rate` after it would come too close behind. So each process looks at its own messages once more: when they
 * left, and, where the answer took longer than usual, how late they may have arrived.
 */
export function ownPace(rate: number) {
  const sent: { at: number }[] = []
  let next = 0
  let usual = Infinity
  return {
    /** Books a call that has its places, one for each message it makes. */
    book(messages: number): Leave {
      const now = performance.now()
      const places = Array.from({ length: Math.min(messages, rate) }, (_, nth) => (next + nth) % rate)
      const before = places.map((place) => (sent[place]?.at ?? -Infinity) + apart)
      const own = { at: Math.max(now, ...before) }
      for (const place of places) sent[place] = own
      next = (next + places.length) % rate
      return async (call) => {
        if (own.at > now) await soon(own.at - now)
        const leftAt = Math.max(own.at, performance.now())
        own.at = leftAt
        try {
          return await call()
        } finally {
          const answeredAt = performance.now()
          usual = Math.min(answeredAt - leftAt, usual + growth)
          own.at = Math.max(leftAt, answeredAt - usual)
        }
      }
    },
  }
}
