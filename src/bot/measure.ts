import type { Fate } from './feature.ts'
import type { SentOutcome } from './sending/note-verdict.ts'

/** What the front door counts; `platform/metrics` gives it to Prometheus. */
export interface Measure {
  received(count: number): void
  handled(seconds: number): void
  failed(): void
  sent(outcome: SentOutcome): void
  /** A delivery has come to its end. */
  delivered(fate: Fate['fate']): void
}

export const measureNothing: Measure = { received() {}, handled() {}, failed() {}, sent() {}, delivered() {} }
