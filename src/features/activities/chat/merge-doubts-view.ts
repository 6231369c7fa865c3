import type { Words } from '../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../domain/activity.ts'
import { referenceOf } from '../domain/application.ts'
import type { MergeDoubt } from '../domain/merge-doubts.ts'
import { fitting } from './applying/fitting.ts'

/** What a coordinator reads before she makes two firms one. */
export const mergeDoubtLines = (
  words: Words,
  doubts: readonly MergeDoubt[],
  known: ReadonlyMap<number, Activity>,
): string[] =>
  fitting(
    doubts.flatMap((doubt) => {
      const activity = known.get(doubt.activityId)
      return activity ? [lineOf(words, doubt, activity)] : []
    }),
    2000,
  )

function lineOf(words: Words, doubt: MergeDoubt, activity: Activity): string {
  const title = titleOf(activity, words.language)
  if (doubt.kind === 'overQuota')
    return words('activities:merging.overQuota', {
      title,
      seats: String(doubt.seats),
      perFirm: String(doubt.perFirm),
    })
  const [one, other] = doubt.numbers.map((number) => referenceOf(activity.code, number))
  return words('activities:merging.twice', { title, name: doubt.name, one: one ?? '', other: other ?? '' })
}
