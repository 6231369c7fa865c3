/** Domain time: deadlines, reminders, offers, quiet hours, retention. Never used for pacing, leases or time-outs. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that is moved by hand: the sandbox's and the tests'. It runs on from wherever it was put. */
export interface MovableClock extends Clock {
  /** How far this clock is ahead of the real one, in milliseconds. */
  readonly aheadByMilliseconds: number
  moveTo(moment: Temporal.Instant): void
}

export function movableClock({ aheadByMilliseconds = 0 } = {}): MovableClock {
  let ahead = aheadByMilliseconds
  return {
    now: () => Temporal.Now.instant().add({ milliseconds: ahead }),
    get aheadByMilliseconds() {
      return ahead
    },
    moveTo(moment) {
      ahead = Math.round(moment.epochMilliseconds - Temporal.Now.instant().epochMilliseconds)
    },
  }
}
