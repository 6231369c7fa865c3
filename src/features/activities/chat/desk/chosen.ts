import type { Words } from '../../../../platform/texts/words.ts'
import { languageNames } from '../../../../shared/localized-text.ts'
import type { ApplicationFilter, Facet } from '../../domain/desk/application-filter.ts'

/** What the numbers and marks of a filter are called; undefined where it has none. */
export interface Chosen {
  activity?: string
  firm?: string
  group?: string
  /** As they were typed. */
  words?: string
}

/** What a filter asks for in a facet, in words; undefined: nothing. */
export function chosenOf(
  words: Words,
  filter: ApplicationFilter,
  facet: Facet,
  chosen: Chosen,
): string | undefined {
  switch (facet) {
    case 'standing':
      return filter.standing && words.plain(`desk:standing.${filter.standing}`)
    case 'cluster':
      return filter.cluster && words.plain(`people:cluster.${filter.cluster}`)
    case 'language':
      return filter.language && languageNames[filter.language]
    case 'lack':
      return filter.lack && words.plain(`desk:lack.${filter.lack}`)
    default:
      return chosen[facet]
  }
}
