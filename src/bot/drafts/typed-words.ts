import type { Words } from '../../platform/texts/words.ts'
import { foldForSearch } from '../../shared/search-folding.ts'

/** What the last row says can be typed as well, in the person's language. */
export function wordsOfLastRow(
  words: Words,
  typed: string | undefined,
): 'pause' | 'back' | 'skip' | undefined {
  if (typed === undefined) return undefined
  const folded = foldForSearch(typed)
  return (['pause', 'back', 'skip'] as const).find(
    (name) => foldForSearch(words.plain(`bot:drafts.${name}`)) === folded,
  )
}

/** The choice whose label, or whose value, somebody has typed instead of tapping it. */
export function typedChoice<Choice extends { label: string; value: string }>(
  choices: readonly Choice[],
  typed: string,
): Choice | undefined {
  const folded = foldForSearch(typed)
  return choices.find(
    ({ label, value }) => folded !== '' && (foldForSearch(label) === folded || value === typed),
  )
}
