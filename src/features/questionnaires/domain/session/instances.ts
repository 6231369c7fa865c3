import type { Place } from '../expressions/world.ts'
import type { Answers } from './session.ts'

/** More than this nobody is asked for. */
export const mostInstances = 50

const numbered = /\[(\d+)\]/

/** `/data/people[2]/age` → the second instance of `/data/people/age`. */
export function placeOf(path: string): Place {
  const found = numbered.exec(path)
  return found
    ? {
        path: path.slice(0, found.index) + path.slice(found.index + found[0].length),
        instance: Number(found[1]),
      }
    : { path, instance: 0 }
}

/** The same, back; `repeat` is the path of the repeat the place is in. */
export const keyOf = ({ path, instance }: Place, repeat: string | undefined): string =>
  repeat === undefined || instance === 0 ? path : `${repeat}[${instance}]${path.slice(repeat.length)}`

/** How many instances somebody has begun, and whether there are to be no more; without a word there is one. */
export function begunInstances(answers: Answers, repeat: string): { count: number; isSettled: boolean } {
  const said = /^(\d+)(\+?)$/.exec(answers[`${repeat}#`] ?? '')
  const count = Math.min(mostInstances, Math.max(1, Number(said?.[1] ?? 1)))
  return { count, isSettled: (said !== null && said[2] === '') || count === mostInstances }
}

/** What is kept when somebody says that there is one more. */
export function withOneMore(answers: Answers, repeat: string): Answers {
  const { count } = begunInstances(answers, repeat)
  return { [`${repeat}#`]: `${Math.min(mostInstances, count + 1)}+` }
}

/** What is kept when somebody says that there are no more. */
export const withNoMore = (answers: Answers, repeat: string): Answers => ({
  [`${repeat}#`]: String(begunInstances(answers, repeat).count),
})

/** All answers as they are without one of the instances: those behind it move up. The first stays, but empty. */
export function withoutInstance(answers: Answers, repeat: string, instance: number): Answers {
  const { count, isSettled } = begunInstances(answers, repeat)
  const left = Math.max(1, count - 1)
  const moved = Object.entries(answers).flatMap(([key, value]): [string, string][] => {
    if (!key.startsWith(`${repeat}[`)) return [[key, value]]
    const place = placeOf(key)
    if (place.instance === instance) return []
    return [
      [keyOf({ ...place, instance: place.instance - (place.instance > instance ? 1 : 0) }, repeat), value],
    ]
  })
  return { ...Object.fromEntries(moved), [`${repeat}#`]: isSettled ? String(left) : `${left}+` }
}
