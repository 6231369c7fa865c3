import { numberOf } from '../values.ts'
import { zoneOf, type Implementation } from '../world.ts'

/** RFC 4122, version 4, or as many characters of such as are asked for. */
const uuid: Implementation = ([length], view, evaluate) => {
  const asked = length ? numberOf(evaluate(length, view), zoneOf(view)) : 36
  const most = Number.isNaN(asked) ? 36 : Math.min(Math.max(0, Math.trunc(asked)), 1_000)
  let made = ''
  while (made.length < most) made += oneUuid(() => random([], view, evaluate))
  return made.slice(0, most)
}

const oneUuid = (next: () => number): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (sign) => {
    const digit = Math.floor(next() * 16)
    return (sign === 'x' ? digit : (digit % 4) + 8).toString(16)
  })

const random = (...[, view]: Parameters<Implementation>): number => {
  view.turns.taken += 1
  return view.world.random(view.owner, view.turns.taken)
}

export const chance = { random, uuid } satisfies Record<string, Implementation>
