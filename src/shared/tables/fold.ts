import { editDistance } from '../edit-distance.ts'
import { foldLetters } from '../fold-letters.ts'

/** Writes words so that they compare as people compare them: `Türkçe`, `TÜRKÇE ` and `turkce` are one. */
export const fold = (text: string): string =>
  foldLetters(text)
    .replaceAll(/[‘’ʼ´`]/g, "'")
    .replaceAll(/[\s_\u2010-\u2015-]+/g, ' ')
    .trim()

/** The candidate that was probably meant by a word with a slip of the finger in it. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word)
  const allowed = folded.length <= 4 ? 1 : folded.length <= 8 ? 2 : 3
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const other = fold(candidate)
    const distance = editDistance(folded, other, allowed)
    if (distance <= allowed && distance < Math.min(folded.length, best?.distance ?? Infinity))
      best = { candidate, distance }
  }
  return best?.candidate
}
