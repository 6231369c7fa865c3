import { editDistance } from '../../../shared/edit-distance.ts'

/** The word that was probably meant: within two slips of a finger, and not half of a short word. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const most = Math.min(2, Math.floor(word.length / 2))
  let best: { name: string; distance: number } | undefined
  for (const name of known) {
    if (Math.abs(name.length - word.length) > most) continue
    const distance = editDistance(word.toLowerCase(), name.toLowerCase(), most)
    if (distance <= most && distance < (best?.distance ?? Infinity)) best = { name, distance }
  }
  return best?.name
}

/** Finds what was probably meant as long as that takes no more than so many comparisons in all. */
export type Guess = (word: string, known: ReadonlySet<string>) => string | undefined

/** In a file with a mistake in every row nobody is helped by one more guess. */
export function guesser(mostComparisons = 50_000): Guess {
  let left = mostComparisons
  return (word, known) => {
    left -= known.size
    return left < 0 ? undefined : nearest(word, known)
  }
}
