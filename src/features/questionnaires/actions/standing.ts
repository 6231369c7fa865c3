import type { Clock } from '../../../platform/clock.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { ResponseLook } from '../data/response-look.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { languageOf } from '../domain/form-language.ts'
import type { Form } from '../domain/form.ts'
import type { Handed } from '../domain/handed.ts'
import { heldDraft } from '../domain/held-draft.ts'
import type { Sources } from '../domain/proposal.ts'
import type { Filled, Questionnaire } from '../domain/questionnaire.ts'
import { sessionOn, withinSection } from '../domain/response-session.ts'
import { sectionAt, sectionsOf, stepInSections, type Section } from '../domain/sections.ts'
import type { Session } from '../domain/session/session.ts'
import { stepName, type Asked } from '../domain/steps.ts'

export interface StandingNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  look: ResponseLook
  clock: Clock
  homeTimeZone: string
}

/** Where a response stands: the form on its answers, and what is asked now. */
export interface Standing {
  response: Filled
  questionnaire: Questionnaire
  form: Form
  session: Session
  /** What is asked; undefined where everything is answered. */
  asked: Asked | undefined
  /** Its short name; `home`: on the card of the sections, `summary`: at the review. */
  step: string
  /** Of a long form, in the order of the form; else none. */
  sections: readonly Section[]
  /** The one somebody is in, or has just finished. */
  section: Section | undefined
  /** What colleagues were asked for. */
  handed: readonly Handed[]
  /** Where whoever answers is. */
  now: Temporal.ZonedDateTime
  /** What is known of them and their firm, of which day that is, and what was answered the last time. */
  sources: Sources
  /** For whom a coordinator fills it in. */
  forWhom?: string
}

/** Reads where a response stands, for whoever answers it or looks at it. */
export function standings({ questionnaires, responses, look, clock, homeTimeZone }: StandingNeeds) {
  /** The draft of whoever fills it in; a button forwarded to somebody else finds nothing. */
  async function draftOf(id: number, personId: number): Promise<Filled> {
    await look(id)
    return heldDraft(await responses.read(id), personId)
  }

  /** A response as it was read stands as it stands: the same is asked for again and again while an update is handled. */
  const known = new WeakMap<Filled, Standing>()

  async function standing(id: number, language?: Language): Promise<Standing> {
    const looked = await look(id)
    const response = await responses.read(id)
    const before = response && known.get(response)
    if (before) return language ? inLanguage(before, language) : before
    const questionnaire = response && (await questionnaires.read(response.questionnaireId))
    if (!response || !questionnaire) throw questionnaireErrors.unknown()
    const form = await questionnaires.form(response.versionId)
    const sources: Sources = looked ?? { known: {}, knownOn: {} }
    const now = clock.now().toZonedDateTimeISO(looked?.zone ?? homeTimeZone)
    const whole = sessionOn({ response, form, now, sources })
    // While applying the questions come one after the other, as those before them do.
    const all = response.applicationId === null ? sectionsOf(form, whole) : []
    const sections =
      response.section === null ? all : all.filter(({ group }) => group.path === response.section)
    const session = withinSection(whole, response, sections)
    const asked = stepInSections(session, sections, response.place)
    const section = sectionAt(sections, asked, response.place)
    const step = asked ? stepName(asked) : sections.length > 0 && session.open() ? 'home' : 'summary'
    const found: Standing = {
      ...{ response, questionnaire, form, session, asked, step, sections, section, now, sources },
      handed: looked?.handed ?? [],
      ...(response.filledBy !== null && looked?.whose ? { forWhom: looked.whose } : {}),
    }
    known.set(response, found)
    return language ? inLanguage(found, language) : found
  }

  /** The same with names of choices in calculations as somebody reads them, and the form's own refusals. */
  const inLanguage = (found: Standing, language: Language): Standing => ({
    ...found,
    session: withinSection(
      sessionOn(found, languageOf(found.form, language)),
      found.response,
      found.sections,
    ),
  })

  return { draftOf, standing }
}
