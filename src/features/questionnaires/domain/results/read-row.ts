import { placeOf } from '../session/instances.ts'
import type { Answers } from '../session/session.ts'
import type { PlacesOfVersion } from './merge-versions.ts'
import type { ResponseFacts, ResultRow, ResultValues } from './result-set.ts'

export interface HandedIn {
  readonly response: ResponseFacts | undefined
  /** By the path in its version. */
  readonly answers: Answers
  readonly calculated: Answers
  readonly files?: ResultRow['files'] | null
}

/** What was handed in, by the codes of the columns; counts of repeats and what belongs to no column are left out. */
export function readRow(
  places: PlacesOfVersion,
  { response, answers, calculated, files }: HandedIn,
): ResultRow {
  const values: Record<string, string> = {}
  const repeats = new Map<string, Map<number, Record<string, string>>>()
  for (const [path, value] of Object.entries({ ...answers, ...calculated })) {
    const place = placeOf(path)
    const column = places.get(place.path)
    if (!column || value === '') continue
    instanceOf(column.repeat, place.instance)[column.code] = value
  }
  return { response, values, repeats: inOrder(repeats), files: files ?? {} }

  function instanceOf(repeat: string | undefined, instance: number): Record<string, string> {
    if (repeat === undefined) return values
    const instances = repeats.get(repeat) ?? new Map<number, Record<string, string>>()
    repeats.set(repeat, instances)
    const found = instances.get(instance) ?? {}
    instances.set(instance, found)
    return found
  }
}

const inOrder = (
  repeats: ReadonlyMap<string, ReadonlyMap<number, ResultValues>>,
): Record<string, ResultValues[]> =>
  Object.fromEntries(
    [...repeats].map(([code, instances]) => [
      code,
      [...instances].sort(([one], [other]) => one - other).map(([, values]) => values),
    ]),
  )
