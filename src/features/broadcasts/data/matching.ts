import { foldForSearch } from '../../../shared/search-folding.ts'

/** SQL expressions of what is looked through; `number` and `phone` where there are some. */
export interface LookedThrough {
  text: string
  number?: string
  phone?: string
  /** Whatever is spelled like it will do. */
  isForgiving: boolean
  /** Takes a value of the statement and says where it stands: `$4`. */
  given(value: unknown): string
}

/** From so many letters on a word can be mistyped and still be known. */
const fewestLetters = 4
const closeEnough = 0.45

/** SQL: whether a row fits what somebody typed, each word of it somewhere. */
export function matching(search: string | undefined, looked: LookedThrough): string {
  if (search === undefined) return 'true'
  const words = foldForSearch(search).split(' ').filter(Boolean)
  return words.length === 0 ? 'false' : words.map((word) => `(${fits(word, looked)})`).join(' and ')
}

function fits(word: string, { text, number, phone, isForgiving, given }: LookedThrough): string {
  const folded = `lower(unaccent(${text}))`
  const isMistyped = isForgiving && word.length >= fewestLetters
  return [
    `${folded} like ${given(`%${word}%`)}`,
    ...(isMistyped ? [`word_similarity(${given(word)}, ${folded}) >= ${closeEnough}`] : []),
    ...(number && /^[0-9]{1,8}$/.test(word) ? [`${number} = ${given(Number(word))}::int`] : []),
    ...(phone && /^[0-9]{5,15}$/.test(word) ? [`${phone} like ${given(`%${word}%`)}`] : []),
  ].join(' or ')
}
