import { startOf } from './steps.ts'

/** The hour at which applications close when nobody says another. */
export const usualClosingTime = Temporal.PlainTime.from('18:00')

const proposals = { day: 1, week: 7 } as const

export type DeadlineProposal = keyof typeof proposals

/** The deadlines offered as buttons, those that are still to come: the day before and a week before, at 18:00. */
export function proposedDeadlines(
  startsOn: string,
  timeZone: string,
  now: Temporal.Instant,
): { name: DeadlineProposal; at: Temporal.ZonedDateTime }[] {
  return (Object.keys(proposals) as DeadlineProposal[])
    .map((name) => ({
      name,
      at: Temporal.PlainDate.from(startsOn)
        .subtract({ days: proposals[name] })
        .toZonedDateTime({ timeZone, plainTime: usualClosingTime }),
    }))
    .filter(({ at }) => Temporal.Instant.compare(at.toInstant(), now) > 0)
}

/** Why a deadline cannot be; it has to be in the future and before the first day. */
export function deadlineRefusal(
  closesAt: Temporal.Instant,
  { startsOn, timeZone, now }: { startsOn: string; timeZone: string; now: Temporal.Instant },
): 'past' | 'afterStart' | undefined {
  if (Temporal.Instant.compare(closesAt, now) <= 0) return 'past'
  return Temporal.Instant.compare(closesAt, startOf(startsOn, timeZone)) >= 0 ? 'afterStart' : undefined
}
