import { editDistance } from '../../../shared/edit-distance.ts'

/** Whether each word of what was looked for begins a word of the name, with a slip or two; both folded. */
export function hasEveryWord(name: string, sought: string): boolean {
  const words = name.split(' ')
  return sought.split(' ').every((one) => words.some((word) => beginsLike(word, one)))
}

/** Whole words may differ by as many slips as their length bears; beginnings only as they are. */
const beginsLike = (word: string, sought: string): boolean =>
  word.startsWith(sought) ||
  (sought.length >= 4 && editDistance(word, sought) <= (sought.length >= 5 ? 2 : 1))
