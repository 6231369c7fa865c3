/** An activity that somebody has applied for or takes part in. */
export interface Candidate {
  activityId: number
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
  /** They have a seat. */
  isTheirs: boolean
}

/** What a letter is about: an activity, nothing in particular, or one of several that has to be asked for. */
export type About = { kind: 'activity'; activityId: number | null } | { kind: 'oneOf'; activityIds: number[] }

/** Days for which somebody may still write about what is over. */
const daysAfter = 30

/**
 * Which activity a letter is about, as far as it goes without saying: the only one; else the trip that somebody is on; else the
 * one that they have just written about.
 */
export function chooseActivity(
  candidates: readonly Candidate[],
  today: Temporal.PlainDate,
  writtenAbout: number | null | undefined,
): About {
  const live = candidates.filter(
    ({ endsOn }) => Temporal.PlainDate.compare(endsOn.add({ days: daysAfter }), today) >= 0,
  )
  const [only, ...others] = live
  if (!only) return { kind: 'activity', activityId: null }
  if (others.length === 0) return { kind: 'activity', activityId: only.activityId }
  const [running, ...more] = live.filter((one) => one.isTheirs && isUnderWay(one, today))
  if (running && more.length === 0) return { kind: 'activity', activityId: running.activityId }
  if (live.some(({ activityId }) => activityId === writtenAbout))
    return { kind: 'activity', activityId: writtenAbout ?? null }
  return { kind: 'oneOf', activityIds: live.map(({ activityId }) => activityId) }
}

/** Whether this is one of its days. */
export const isUnderWay = (
  { startsOn, endsOn }: Pick<Candidate, 'startsOn' | 'endsOn'>,
  today: Temporal.PlainDate,
): boolean =>
  Temporal.PlainDate.compare(startsOn, today) <= 0 && Temporal.PlainDate.compare(today, endsOn) <= 0
