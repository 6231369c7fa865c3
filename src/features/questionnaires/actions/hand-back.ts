import type { People } from '../../people/index.ts'
import type { ResponseStore } from '../data/response-store.ts'
import type { SectionLinkStore } from '../data/sections/section-link-store.ts'
import type { SectionParts } from '../data/sections/section-parts.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { isOfSection } from '../domain/handed.ts'
import type { Filled } from '../domain/questionnaire.ts'
import type { Standing } from './standing.ts'

export interface HandBackNeeds {
  responses: ResponseStore
  links: SectionLinkStore
  parts: SectionParts
  people: Pick<People, 'members'>
}

export type HandBack = ReturnType<typeof handBack>

/** A colleague's section comes back into the draft it is a part of. Resolves with that draft. */
export function handBack({ responses, links, parts, people }: HandBackNeeds) {
  return async ({ response, sections }: Standing, personId: number): Promise<Filled> => {
    const whole = response.editsId === null ? undefined : await responses.readLocked(response.editsId)
    const [section] = sections
    const link =
      whole && (await links.ofResponse(whole.id)).findLast((one) => one.section === response.section)
    if (!whole || whole.state !== 'draft' || link?.usedBy !== personId || link.endedAt !== null)
      throw questionnaireErrors.sectionTakenBack()
    // Whoever has left the firm meanwhile says nothing for it any more.
    if (whole.firmId === null || (await people.members.stateOf(whole.firmId, personId)) !== 'member')
      throw questionnaireErrors.sectionTakenBack()
    // Where a new version has no such section any more, what was said in it fills what is still open.
    const isOfIt = (path: string) =>
      section ? isOfSection(section, path) : whole.answers[path] === undefined
    await parts.handBack(response.id, whole.id, {
      taken: Object.keys(response.answers).filter(isOfIt),
      replaced: Object.keys(whole.answers).filter(isOfIt),
    })
    await links.end(whole.id, { section: link.section, isAnswered: true })
    return whole
  }
}
