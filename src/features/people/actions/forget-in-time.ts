import type { Sweep } from '../../../platform/sweep.ts'
import type { LocalizedText } from '../../../shared/localized-text.ts'
import { fieldsAfter, retentionDays, type Forgets, type RetainedField } from '../domain/retention.ts'

/** An activity whose last day is long enough ago. */
export interface EndedActivity {
  id: number
  title: LocalizedText
}

export interface ForgetInTimeNeeds {
  /** What each room keeps of the fields. */
  forgets(): readonly Forgets[]
  /** Activities that ended so many days ago or earlier, where they took place; the next ones by number. */
  ended(asked: {
    now: Temporal.Instant
    daysAfter: number
    afterId: number
    limit: number
  }): Promise<readonly EndedActivity[]>
  /** Tells somebody what has gone of theirs. */
  tellGone(personId: number, title: LocalizedText, fields: readonly RetainedField[]): Promise<unknown>
}

/** Activities that are looked at in one transaction. */
const portion = 50

/**
 * What the notice promises: each field goes when its days are over, and whoever had told it hears once what has gone. All
 * activities that have ended are looked at each time, so that what comes in late goes the next day.
 */
export function forgetInTime({ forgets, ended, tellGone }: ForgetInTimeNeeds): Sweep[] {
  return retentionDays.map((daysAfter) => {
    let afterId = 0
    return async (now) => {
      const due = await ended({ now, daysAfter, afterId, limit: portion })
      if (due.length > 0) await tellAll(due, await goneOf(due, fieldsAfter(daysAfter)))
      afterId = due.length < portion ? 0 : (due.at(-1)?.id ?? 0)
      return afterId > 0
    }
  })

  /** activity → person → what has gone of theirs. */
  async function goneOf(due: readonly EndedActivity[], fields: readonly RetainedField[]) {
    const gone = new Map<number, Map<number, Set<RetainedField>>>()
    const ids = due.map(({ id }) => id)
    for (const field of fields)
      for (const room of forgets())
        for (const { activityId, personId } of (await room[field]?.(ids)) ?? []) {
          const people = gone.get(activityId) ?? new Map<number, Set<RetainedField>>()
          gone.set(activityId, people.set(personId, (people.get(personId) ?? new Set()).add(field)))
        }
    return gone
  }

  async function tellAll(due: readonly EndedActivity[], gone: Awaited<ReturnType<typeof goneOf>>) {
    for (const { id, title } of due)
      for (const [personId, fields] of gone.get(id) ?? []) await tellGone(personId, title, [...fields])
  }
}
