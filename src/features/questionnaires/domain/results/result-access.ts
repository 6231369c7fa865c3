import { notOpenBecause, type Questionnaire } from '../questionnaire.ts'
import { fewestShown } from '../summary/summary.ts'
import type { ResultAccess } from './result-set.ts'

/** Whether the results of a questionnaire may be looked at now. */
export function resultAccess(
  questionnaire: Questionnaire,
  submitted: number,
  now: Temporal.Instant,
): ResultAccess {
  const { isAnonymous, closesAt, shownOf } = questionnaire
  const because = notOpenBecause(questionnaire, now)
  if (isAnonymous && (because === undefined || because === 'notYet')) return { kind: 'stillOpen', closesAt }
  if (submitted === 0) return { kind: 'none' }
  // What a reopened one has more than before must not be told from what has been seen.
  const fewest = shownOf + fewestShown
  const isEnough = submitted >= fewest || (shownOf > 0 && submitted === shownOf)
  return isAnonymous && !isEnough ? { kind: 'tooFew', fewest } : { kind: 'shown' }
}
