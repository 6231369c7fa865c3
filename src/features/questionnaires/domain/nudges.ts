import { outsideQuietHours } from '../../../shared/quiet-hours.ts'

/** How far somebody has come with what they were asked for. */
export const requestStages = ['asked', 'opened', 'begun', 'submitted'] as const
export type RequestStage = (typeof requestStages)[number]

/** Hours from one message to the next: after a day, after three, then weekly; after four nobody is reminded by itself. */
const hoursBetween = [24, 48, 168, 168]

/**
 * When somebody is told again who has been told so many times, the asking being the first; `undefined`: not any more.
 * What would fall into the quiet hours of their zone waits for the morning.
 */
export function nextNudgeAt(told: number, now: Temporal.Instant, zone: string): Temporal.Instant | undefined {
  const hours = hoursBetween[told - 1]
  return hours === undefined ? undefined : outsideQuietHours(now.add({ hours }), zone)
}
