import type { Language } from '../../../../shared/localized-text.ts'
import type { Content } from '../content.ts'
import { textFor } from '../text-for.ts'
import { isLanguage, languages } from '../../../../shared/localized-text.ts'

/** A correction of what was sent, while it is written. */
export interface Correction {
  id: number
  broadcastId: number
  /** Who writes it. */
  personId: number
  /** The languages that it changes. */
  texts: Content['texts']
  /** A short message that makes a sound goes with it. */
  rings: boolean
  changing: string | null
  isPaused: boolean
  /** Grows with every change; old buttons carry an old one. */
  revision: number
  updatedAt: Temporal.Instant
  isMade: boolean
}

/** `text-es`: the words in a language. `rings`: whether a sound goes with it. */
export type CorrectionStep = `text-${Language}` | 'rings'

export const isCorrectionStep = (text: string): text is CorrectionStep =>
  text === 'rings' || languages.some((language) => text === `text-${language}`)

export function languageOf(step: string): Language | undefined {
  const language = /^text-(\w\w)$/.exec(step)?.[1]
  return isLanguage(language) ? language : undefined
}

/** What the broadcast will say. */
export const correctedContent = (content: Content, { texts }: Pick<Correction, 'texts'>): Content => ({
  ...content,
  texts: { ...content.texts, ...texts },
})

/** The languages whose readers will read something else. */
export const changedLanguages = (before: Content, after: Content): Language[] =>
  languages.filter((language) => {
    const [one, other] = [textFor(before, language), textFor(after, language)]
    return one?.html !== other?.html || one?.isFallback !== other?.isFallback
  })
