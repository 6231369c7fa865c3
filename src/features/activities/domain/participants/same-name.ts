import { editDistance } from '../../../../shared/edit-distance.ts'
import { foldForSearch } from '../../../../shared/search-folding.ts'

/** A name as two of them are compared: no accents, one kind of i, its words in an order of their own. */
export const nameKey = (name: string): string => wordsOf(name).toSorted().join(' ')

/** Whether one firm is meant by both; its legal form may be left out. */
export function isSameFirm(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  const [left, right] = [foldForSearch(one), foldForSearch(other)]
  return left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `)
}

/** Whether two names that differ may be one person's: a slip of the finger, a second given name, another surname. */
export function isLikeName(one: string, other: string): boolean {
  const [left, right] = [nameKey(one), nameKey(other)]
  const isPart = (part: string, whole: string) =>
    part.split(' ').every((word) => whole.split(' ').includes(word))
  return isPart(left, right) || isPart(right, left) || editDistance(left, right, mostSlips) <= mostSlips
}

/** Whether a row that leads to somebody by their number or phone can be theirs: then some word of both names is alike. */
export const mayBeNamed = (one: string, other: string): boolean =>
  wordsOf(one).some((word) => wordsOf(other).some((own) => word === own || isSlip(word, own)))

export const wordsOf = (name: string): string[] => foldForSearch(name).split(' ')

const mostSlips = 2

const isSlip = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 3 && editDistance(one, other, 1) <= 1
