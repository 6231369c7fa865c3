import type { Clock } from '../../../platform/clock.ts'
import { hashToken } from '../../../platform/tokens.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { People } from '../../people/index.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { ResponseStore } from '../data/response-store.ts'
import type { SectionLink, SectionLinkStore } from '../data/sections/section-link-store.ts'
import type { SectionParts } from '../data/sections/section-parts.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { isWaiting } from '../domain/handed.ts'
import { notOpenBecause, type Filled, type Response } from '../domain/questionnaire.ts'
import { placeIn, type Section } from '../domain/sections.ts'
import type { Answering } from './answering.ts'
import type { EndHandOvers } from './end-hand-overs.ts'
import type { Standing } from './standing.ts'

export interface HandOverNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  links: SectionLinkStore
  parts: SectionParts
  filling: Answering
  ending: EndHandOvers
  people: Pick<People, 'joining' | 'members'>
  clock: Clock
}

/** A section that is its firm's draft's again. */
export interface TakenBack {
  section: Section
  parts: readonly Response[]
}

/** How long a link waits for the colleague. */
const daysOpen = 14

/**
 * The sections of a firm's draft that could be handed to a colleague, to answer or to look over: those not with one already.
 * None of an anonymous one: who had the link, and when, would say who has answered.
 */
export const toHand = ({ response, questionnaire, sections, handed }: Standing): readonly Section[] =>
  response.firmId === null || response.isTest || response.editsId !== null || questionnaire.isAnonymous
    ? []
    : sections.filter((section) => !isWaiting(handed, section))

/** Sections of a firm's draft are handed to colleagues by link, answered by them alone, and come back. */
export function handOver({
  questionnaires,
  responses,
  links,
  parts,
  filling,
  ending,
  people,
  clock,
}: HandOverNeeds) {
  return {
    /** A link for one section, which also makes whoever opens it a member of the firm. Days: 14. */
    async hand(
      id: number,
      personId: number,
      at: number,
    ): Promise<{ token: string; section: Section; standing: Standing }> {
      const { firmId } = await filling.draftOf(id, personId)
      const standing = await filling.standing(id)
      const section = standing.sections[at]
      if (firmId === null || !section || !toHand(standing).includes(section))
        throw questionnaireErrors.nothingToHand()
      await people.joining.mustNotPileUp(firmId, personId)
      const token = await people.joining.inviteToFirm(firmId, personId, { daysOpen })
      await links.make({
        ...{ responseId: id, section: section.group.path, tokenHash: hashToken(token), createdBy: personId },
        expiresAt: clock.now().add({ hours: 24 * daysOpen }),
      })
      // Whoever stands in it goes back to the card: it is the colleague's now.
      await responses.save(id, { place: null, pending: null })
      return { token, section, standing }
    },

    /** Whoever asked answers it themselves after all. Resolves with what colleagues were answering of it. */
    async takeBack(id: number, personId: number, at: number): Promise<TakenBack> {
      await filling.draftOf(id, personId)
      const { sections, handed } = await filling.standing(id)
      const section = sections[at]
      if (!section || !isWaiting(handed, section)) throw questionnaireErrors.nothingToHand()
      await responses.readLocked(id)
      return { section, parts: await ending(id, section.group.path) }
    },

    /** Opens the section for whoever has come by its link; the first of two is taken, and comes back by it as well. */
    async openPart(token: string, personId: number): Promise<Response> {
      const link = await links.byHash(hashToken(token))
      if (!link) throw new DomainError('bot:errors.unknownLink')
      if (link.createdBy === personId) throw new DomainError('people:errors.ownLink')
      const whole = await responses.readLocked(link.responseId)
      const now = await links.byHash(hashToken(token))
      if (!whole || !now) throw new DomainError('bot:errors.unknownLink')
      if (now.usedBy !== null && now.usedBy !== personId) throw new DomainError('bot:errors.unknownLink')
      if (whole.state !== 'draft' || now.endedAt !== null) throw questionnaireErrors.sectionTakenBack()
      await checkOpen(whole)
      const { sections } = await filling.standing(whole.id)
      // A new version of the form may have no such section any more.
      const isThere = sections.some(({ group }) => group.path === link.section)
      if (now.usedBy === null && !isThere) throw questionnaireErrors.sectionTakenBack()
      await enter(now, whole, token, personId)
      const known = await parts.of(whole.id, link.section, personId)
      const part = known ?? (await begin(whole, link, personId))
      await responses.open(part.id, personId)
      // By its link one comes straight to the question that is open.
      if (part.place === null)
        await responses.save(part.id, { place: placeIn({ group: { path: link.section } }), pending: null })
      return part
    },
  }

  async function checkOpen({ questionnaireId }: Filled): Promise<void> {
    const questionnaire = await questionnaires.read(questionnaireId)
    const closed = questionnaire && notOpenBecause(questionnaire, clock.now())
    if (closed) throw questionnaireErrors.notOpen(closed)
  }

  /** Uses the link up, and with it the way into the firm that it is. */
  async function enter(
    link: SectionLink,
    { firmId }: Filled,
    token: string,
    personId: number,
  ): Promise<void> {
    const isMember = firmId !== null && (await people.members.stateOf(firmId, personId)) === 'member'
    if (link.usedBy === personId && isMember) return
    if (link.usedBy === null && !(await links.redeem(link.id, personId)))
      throw new DomainError('bot:errors.unknownLink')
    if (isMember) await people.joining.spend(token, personId)
    else await people.joining.joinByLink(token, personId)
  }

  async function begin(whole: Filled, { section }: SectionLink, personId: number): Promise<Response> {
    const { id, questionnaireId, versionId, activityId, round, seed } = whole
    const part = await responses.create({
      ...{ questionnaireId, versionId, personId, firmId: null, activityId, applicationId: null, round, seed },
      ...{ isTest: false, editsId: id, section, place: placeIn({ group: { path: section } }) },
    })
    await responses.copyAnswers(id, part.id)
    return part
  }
}
