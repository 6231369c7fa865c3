import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { RoundRows } from './data/round-rows.ts'

/** Something that is done once a day at a local hour, by one process. */
export interface Round {
  name: string
  at: Temporal.PlainTime
  timeZone: string
  /**
   * Taken one after the other, and each again, in another transaction, as long as it resolves with true: it has done a
   * portion. One that fails keeps none of the others back; the round is made when all have gone well, and begun anew
   * until then.
   */
  steps: readonly Step[]
}

type Step = (now: Temporal.Instant) => Promise<boolean>

export interface MakeRoundNeeds {
  database: Database
  clock: Clock
  rows: RoundRows
  /** The process ends: what is left of a round is for the next one. */
  isStopping: () => boolean
}

/** Makes a round if it is due; throws what went wrong in its steps after all of them have been tried. */
export function makeRound({ database, clock, rows, isStopping }: MakeRoundNeeds) {
  /**
   * The steps from one to another, in one transaction, up to the first that has more to do. Resolves with the step to go
   * on with; `undefined` where the round is not ours: whoever cannot hold it leaves all of it to the process that does.
   */
  const take = ({ name, steps }: Round, due: Temporal.Instant, from: number, to: number, isWhole: boolean) =>
    database.transaction(async (): Promise<number | undefined> => {
      if (isStopping() || !(await rows.hold(name, due))) return undefined
      for (let at = from; at < to; at += 1) if (await steps[at]?.(clock.now())) return at
      if (isWhole && to === steps.length) await rows.finish(name, due)
      return to
    })

  return async (round: Round, due: Temporal.Instant): Promise<void> => {
    if (!(await rows.isDue(round.name, due))) return
    const errors: unknown[] = []
    const end = round.steps.length
    // Most nights there is little to do, and all of it is one transaction. Where one step fails, each gets its own.
    let isApart = false
    let at = 0
    while (at < end)
      try {
        const next = await take(round, due, at, isApart ? at + 1 : end, errors.length === 0)
        if (next === undefined) break
        at = next
      } catch (error) {
        if (isApart) {
          errors.push(error)
          at += 1
        }
        isApart = true
      }
    if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors)
  }
}
