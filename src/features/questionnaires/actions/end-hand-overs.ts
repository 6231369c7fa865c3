import type { People } from '../../people/index.ts'
import type { SectionLinkStore } from '../data/sections/section-link-store.ts'
import type { SectionParts } from '../data/sections/section-parts.ts'
import type { Response } from '../domain/questionnaire.ts'

export interface EndHandOversNeeds {
  links: SectionLinkStore
  parts: SectionParts
  people: Pick<People, 'joining'>
}

export type EndHandOvers = ReturnType<typeof endHandOvers>

/**
 * Nothing of a firm's draft is asked of colleagues any more, or of one section of it: its links lead nowhere, not into the firm
 * either. Resolves with what colleagues were answering, which stays out of the draft.
 */
export const endHandOvers =
  ({ links, parts, people }: EndHandOversNeeds) =>
  async (responseId: number, section?: string): Promise<Response[]> => {
    for (const hash of await links.end(responseId, { section, isAnswered: false }))
      await people.joining.takeBackLink(hash)
    return parts.layAside(responseId, section)
  }
