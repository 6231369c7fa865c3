/** Milliseconds between a message and the one `rate` before it; less than what the ring keeps, so that it seldom has a say. */
const apart = 1_015

/**
 * The ring counts from the moment a place is granted; a process that is busy or held up sends a moment later, and the
 * message `rate` after it would come too close behind. So each process looks at its own messages once more.
 */
export function ownPace(rate: number) {
  const startedAt: number[] = []
  let next = 0
  return {
    /** In how many milliseconds a call that has its places may leave: one for each message it makes. */
    startsIn(messages: number): number {
      const now = performance.now()
      let at = now
      const places = Array.from({ length: Math.min(messages, rate) }, (_, nth) => (next + nth) % rate)
      for (const place of places) at = Math.max(at, (startedAt[place] ?? -Infinity) + apart)
      for (const place of places) startedAt[place] = at
      next = (next + places.length) % rate
      return at - now
    },
  }
}
