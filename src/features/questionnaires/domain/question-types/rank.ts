import type { QuestionType } from './question-type.ts'

/** Names, joined by a space, in the order of whoever answers; not all of them need a place. */
export const rank: QuestionType = (value, { choices }) => {
  const names = value.split(' ').filter(Boolean)
  const known = new Set(choices().map(({ name }) => name))
  const isRanking = new Set(names).size === names.length && names.every((name) => known.has(name))
  return isRanking ? names.join(' ') : undefined
}
