/** What the front door counts; `platform/metrics` gives it to Prometheus. */
export interface Measure {
  received(count: number): void
  handled(seconds: number): void
  failed(): void
  sent(outcome: 'sent' | 'refused' | 'tooMany' | 'givenUp'): void
}

export const measureNothing: Measure = { received() {}, handled() {}, failed() {}, sent() {} }
