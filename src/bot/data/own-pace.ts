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
    /** In how many milliseconds a message that has its place may leave. */
    startsIn(): number {
      const now = performance.now()
      const at = Math.max(now, (startedAt[next] ?? -Infinity) + apart)
      startedAt[next] = at
      next = (next + 1) % rate
      return at - now
    },
  }
}
