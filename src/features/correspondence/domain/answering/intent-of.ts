import { foldLetters } from '../../../../shared/fold-letters.ts'
import { languages, type Language } from '../../../../shared/localized-text.ts'
import { askings, fillers, type Intent } from './vocabulary.ts'

/** Beyond this many words somebody tells a story, whatever else is in it. */
const mostWords = 12

/** The words of a text, folded. */
export const wordsOf = (text: string): string[] =>
  foldLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const split = (words: string): string[] => words.split(/\s+/)

interface KnownAsking {
  intent: Intent
  groups: readonly ReadonlySet<string>[]
}

const known = new Map(
  languages.map((language) => [
    language,
    {
      fillers: new Set(split(fillers[language])),
      askings: askings[language].map(({ intent, groups }) => ({
        intent,
        groups: groups.map((group) => new Set(split(group))),
      })),
    },
  ]),
)

/** Words that many questions have in common: alone they say nothing. */
export const isCommon = (word: string, language: Language): boolean => {
  const ours = known.get(language)
  return (
    ours?.fillers.has(word) === true ||
    ours?.askings.some(({ groups }) => groups.some((group) => group.has(word))) === true
  )
}

export const isFiller = (word: string, language: Language): boolean =>
  known.get(language)?.fillers.has(word) === true

/**
 * What somebody asks the programme, if that is sure: each word is known, and they fit one question only. A word too many, a
 * story, a doubt: undefined, and a person reads it.
 */
export function intentOf(text: string): Intent | undefined {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > mostWords) return undefined
  const found = new Set(languages.flatMap((language) => intentsIn(words, language)))
  // "When does the bus leave tomorrow?" is answered by the whole of tomorrow, which has the bus in it.
  if (found.has('tomorrow') && found.has('ride') && found.size === 2) return 'tomorrow'
  const [only, ...others] = found
  return others.length === 0 ? only : undefined
}

function intentsIn(words: readonly string[], language: Language): Intent[] {
  const ours = known.get(language)
  if (!ours) return []
  return ours.askings
    .filter(({ groups }) => groups.every((group) => words.some((word) => group.has(word))))
    .filter(({ intent }) =>
      words.every((word) => ours.fillers.has(word) || belongs(word, intent, ours.askings)),
    )
    .map(({ intent }) => intent)
}

/** Whether a word is one of this question's; the day and the bus are of each other's. */
const belongs = (word: string, to: Intent, askings: readonly KnownAsking[]): boolean =>
  askings.some(
    ({ intent, groups }) =>
      (intent === to || (isDayOrRide(intent) && isDayOrRide(to))) && groups.some((group) => group.has(word)),
  )

const isDayOrRide = (intent: Intent): boolean => intent === 'ride' || intent === 'tomorrow'
