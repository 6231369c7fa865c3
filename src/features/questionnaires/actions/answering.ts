import type { Language } from '../../../shared/localized-text.ts'
import type { AnswerChanges, SaidBy } from '../data/saved-response.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import type { Filled, Response } from '../domain/questionnaire.ts'
import { checkHanded } from '../domain/handed.ts'
import { withNoMore, withOneMore, withoutInstance } from '../domain/session/instances.ts'
import { refusalOf } from '../domain/refusal-of.ts'
import type { Session } from '../domain/session/session.ts'
import { placeIn, type Section } from '../domain/sections.ts'
import { answerKey, askedSteps, stepBefore, stepName } from '../domain/steps.ts'
import type { EndHandOvers } from './end-hand-overs.ts'
import { standings, type Standing, type StandingNeeds } from './standing.ts'

export interface AnsweringNeeds extends StandingNeeds {
  ending: EndHandOvers
}

export type Answering = ReturnType<typeof answering>

/** The verbs of filling in a questionnaire. Each writes to the response at once, and what is asked follows from it. */
export function answering(needs: AnsweringNeeds) {
  const { responses, ending } = needs
  const { draftOf, standing } = standings(needs)

  /** Keeps a value that has been read, if the form takes it. */
  async function answer(id: number, personId: number, value: string, language: Language): Promise<Standing> {
    const draft = await draftOf(id, personId)
    const { session, asked, section, handed } = await standing(id, language)
    if (!asked) throw questionnaireErrors.answered()
    checkHanded(handed, section)
    if (asked.kind === 'more') {
      const given =
        value === 'yes' ? withOneMore(draft.answers, asked.path) : withNoMore(draft.answers, asked.path)
      return kept(id, given, section)
    }
    const refusal = session.judge(asked.path, value)
    if (refusal) throw refusalOf(refusal)
    const { kept: workedOut } = session.afterAnswer(asked.path, value)
    return kept(id, { ...workedOut, [asked.path]: value }, section, saidOf(session, draft, asked.path))
  }

  /** Goes on in the section, where there is one. */
  async function kept(
    id: number,
    given: AnswerChanges,
    section?: Section,
    saidBy: SaidBy = {},
  ): Promise<Standing> {
    await responses.save(id, { place: section ? placeIn(section) : null, pending: null }, given, saidBy)
    return standing(id)
  }

  return {
    draftOf,
    standing,
    answer,

    /** Leaves the question empty; what was answered stays, as a skip takes nothing away. */
    async skip(id: number, personId: number, language: Language): Promise<Standing> {
      const draft = await draftOf(id, personId)
      const { asked, section } = await standing(id)
      if (!asked) throw questionnaireErrors.answered()
      return draft.answers[answerKey(asked)] === undefined
        ? answer(id, personId, asked.kind === 'more' ? 'no' : '', language)
        : kept(id, {}, section)
    },

    /** What is ticked or ranked so far; it becomes an answer with "Done". */
    async tick(id: number, personId: number, pending: string): Promise<Standing> {
      await draftOf(id, personId)
      const { asked } = await standing(id)
      if (!asked) throw questionnaireErrors.answered()
      await responses.save(id, { place: answerKey(asked), pending })
      return standing(id)
    },

    /** The question before; from the first of a section to the card, from one that was opened at the review back to it. */
    async back(id: number, personId: number): Promise<Standing> {
      const draft = await draftOf(id, personId)
      const { session, asked, section } = await standing(id)
      const isFromReview = draft.place !== null && session.open() === undefined
      const before = asked && !isFromReview ? stepBefore(session, asked, section?.asked) : undefined
      if (asked && (before || isFromReview || section))
        await responses.save(id, { place: before ? answerKey(before) : null, pending: null })
      return standing(id)
    },

    /** Opens one answer of the review again. */
    async change(id: number, personId: number, step: string): Promise<Standing> {
      await draftOf(id, personId)
      const { session, sections, handed } = await standing(id)
      const found = askedSteps(session).find((asked) => stepName(asked) === step)
      if (!found) throw questionnaireErrors.answered()
      checkHanded(
        handed,
        sections.find(({ asked }) => asked.includes(found)),
      )
      await responses.save(id, { place: answerKey(found), pending: null })
      return standing(id)
    },

    /** Takes an instance of a repeat away, with everything that was said in it. */
    async removeInstance(id: number, personId: number, repeat: string, instance: number): Promise<Standing> {
      const { answers } = await draftOf(id, personId)
      const left = withoutInstance(answers, repeat, instance)
      const gone = Object.keys(answers).filter((path) => left[path] === undefined)
      return kept(id, { ...left, ...Object.fromEntries(gone.map((path) => [path, null])) })
    },

    async pause(id: number, personId: number): Promise<void> {
      await draftOf(id, personId)
      await responses.save(id, { isPaused: true })
    },

    /** Throws the draft away. Resolves with what colleagues were answering of it, which nobody needs any more. */
    async discard(id: number, personId: number): Promise<readonly Response[]> {
      const { firmId } = await draftOf(id, personId)
      await responses.readLocked(id)
      const laidAside = firmId === null ? [] : await ending(id)
      await responses.remove(id)
      return laidAside
    },
  }
}

/**
 * Who says something of themselves in what their firm answers, for whoever takes it over later does not. A coordinator who fills
 * it in speaks of nobody known.
 */
function saidOf(
  session: Session,
  { personId, firmId, section, filledBy }: Filled,
  path: string,
): Record<string, number> {
  const node = session.node(path)
  const isOfThem = node.kind === 'question' && node.profile?.startsWith('person.') === true
  const isOfFirm = firmId !== null || section !== null
  return isOfThem && isOfFirm && personId !== null && filledBy === null ? { [path]: personId } : {}
}
