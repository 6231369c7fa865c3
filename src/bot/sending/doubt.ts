/** Machine time: the database gives up a statement after 10 s, so what may have happened unheard has happened by then. */
const lastsMilliseconds = 15_000

/**
 * Whether an answer of the database has been lost lately. A claim or a commit may have gone through without this
 * process hearing of it; until that is looked after, rows would stay in its name for as long as it lives.
 */
export interface Doubt {
  arise(): void
  readonly isThere: boolean
}

export function openDoubt(): Doubt {
  let until = -Infinity
  return {
    arise: () => void (until = performance.now() + lastsMilliseconds),
    get isThere() {
      return performance.now() < until
    },
  }
}
