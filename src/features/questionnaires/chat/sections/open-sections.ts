import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { Standing } from '../../actions/standing.ts'
import { progressIn } from '../../domain/sections.ts'
import { headingOf } from './section-card.ts'

/** The sections of a long form that are still open, a line each. */
export const openSections = (words: Words, standing: Standing): string[] =>
  standing.sections.flatMap((section) => {
    const { isDone, minutes } = progressIn(standing.session, section)
    if (isDone) return []
    const label = shortenedTo(headingOf(words, standing, section), 100)
    return [words('questionnaires:sections.open', { label, minutes: String(minutes) })]
  })
