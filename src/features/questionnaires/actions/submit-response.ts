import type { Clock } from '../../../platform/clock.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import type { ResponseStore } from '../data/response-store.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { toldProfile } from '../domain/known-profile.ts'
import { notOpenBecause, type Filled, type Questionnaire, type Response } from '../domain/questionnaire.ts'
import type { Answers } from '../domain/session/session.ts'
import { withoutTraces } from '../domain/traces.ts'
import type { DomainError } from '../../../shared/domain-error.ts'
import { answerKey } from '../domain/steps.ts'
import { refusalOf } from '../domain/refusal-of.ts'
import { isWaiting } from '../domain/handed.ts'
import type { EndHandOvers } from './end-hand-overs.ts'
import type { HandBack } from './hand-back.ts'
import type { Answering } from './answering.ts'
import type { Standing } from './standing.ts'

export interface SubmitResponseNeeds {
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  filling: Answering
  clock: Clock
  /** Keeps what was said about the person and their firm, so that it need not be asked again. */
  keepProfile(
    told: Readonly<Record<string, string>>,
    personId: number | null,
    firmId: number | null,
  ): Promise<void>
  handBack: HandBack
  ending: EndHandOvers
  /** Refuses a coordinator who may not fill it in for others any more. */
  mayFillFor(personId: number, questionnaireId: number): Promise<void>
}

export type Submitted =
  | Done
  /** A section has come back to the draft of the firm. */
  | { kind: 'handedBack'; whole: Filled }
  | Open

interface Done {
  kind: 'submitted'
  questionnaire: Questionnaire
  number: number | null
  isEdit: boolean
  /** What colleagues were answering of it, and nobody needs any more. */
  laidAside: readonly Response[]
}

/** Something that applies is not answered, or is no longer right: exactly that is asked. */
interface Open {
  kind: 'open'
  standing: Standing
  refusal?: DomainError
}

/** Hands in a response, once everything that applies is answered. Whatever does not apply is dropped. */
export function submitResponse({
  questionnaires,
  responses,
  filling,
  clock,
  keepProfile,
  mayFillFor,
  handBack,
  ending,
}: SubmitResponseNeeds) {
  async function submit(id: number, personId: number, language: Language): Promise<Submitted> {
    // What a colleague answers at this very moment is in it, or comes too late.
    await responses.readLocked(id)
    await filling.draftOf(id, personId)
    const standing = await filling.standing(id, language)
    const { response, questionnaire } = standing
    // What was answered while applying is handed in with the application: everything was said in time.
    const isInTime = response.isTest || response.applicationId !== null
    const closed = isInTime ? undefined : notOpenBecause(questionnaire, clock.now())
    if (closed) throw questionnaireErrors.notOpen(closed)
    if (response.filledBy !== null) await mayFillFor(personId, questionnaire.id)
    const open = await left(id, language)
    if (open) return open
    if (response.section !== null) return { kind: 'handedBack', whole: await handBack(standing, personId) }
    const laidAside = response.firmId === null ? [] : await ending(id)
    return { ...(await handIn(standing, personId, language)), laidAside }
  }

  /** What has to be asked before it can be handed in. */
  async function left(id: number, language: Language): Promise<Open | undefined> {
    const { session, handed, sections } = await filling.standing(id, language)
    const open = session.open()
    const waiting = sections.filter((section) => isWaiting(handed, section))
    // What is complete could still come back otherwise.
    if (open ? waiting.some(({ asked }) => asked.includes(open)) : waiting.length > 0)
      return {
        kind: 'open',
        standing: await askAgain(id, null),
        refusal: questionnaireErrors.sectionWithColleague(),
      }
    if (open) return { kind: 'open', standing: await askAgain(id, answerKey(open)) }
    const [wrong] = session.violations()
    return wrong
      ? { kind: 'open', standing: await askAgain(id, wrong.path), refusal: refusalOf(wrong.refusal) }
      : undefined
  }

  async function askAgain(id: number, place: string | null): Promise<Standing> {
    await responses.save(id, { place, pending: null })
    return filling.standing(id)
  }

  async function handIn(
    { response, questionnaire, session, form }: Standing,
    by: number,
    language: Language,
  ): Promise<Omit<Done, 'laidAside'>> {
    const source = response.filledBy === null ? 'self' : 'coordinator'
    const { values, calculated, skipped } = session.result()
    const dropped = skipped.filter((path) => response.answers[path] !== undefined)
    const { isTest, editsId } = response
    if (questionnaire.isAnonymous && !isTest) {
      await responses.detach(response, {
        values: withoutTraces(form, { ...leftEmpty(response, skipped), ...values }),
        calculated: withoutTraces(form, calculated),
        at: anyMoment(questionnaire),
      })
      return { kind: 'submitted', questionnaire, number: null, isEdit: false }
    }
    // What a colleague has said of themselves is not kept as said of whoever hands it in.
    const said = response.isBySeveral ? null : response.personId
    if (!isTest) await keepProfile(toldProfile(session, values), said, response.firmId)
    const worked = { ...calculated, ...neverAsked(response, values) }
    const former = editsId === null ? undefined : await responses.readLocked(editsId)
    if (former) {
      await responses.replace(response.id, former.id, { dropped, calculated: worked, by, language, source })
      return { kind: 'submitted', questionnaire, number: former.number, isEdit: true }
    }
    const number = isTest ? null : await questionnaires.nextNumber(questionnaire.id)
    await responses.submit(response.id, { number, dropped, calculated: worked, by, language, source })
    return { kind: 'submitted', questionnaire, number, isEdit: false }
  }

  return { submit, left }
}

/** What a question that is only shown came to; there is no answer that has it. */
const neverAsked = ({ answers }: Filled, values: Answers): Answers =>
  Object.fromEntries(Object.entries(values).filter(([path]) => answers[path] === undefined))

/** What was asked and left empty: the results tell it from what was not asked. */
function leftEmpty({ answers }: Filled, skipped: readonly string[]): Answers {
  const notAsked = new Set(skipped)
  return Object.fromEntries(
    Object.entries(answers).filter(([path, value]) => value === '' && !notAsked.has(path)),
  )
}

/** That somebody has answered an anonymous one is kept without a time: the same moment for everybody. */
const anyMoment = ({ opensAt }: Questionnaire): Temporal.Instant =>
  opensAt ?? Temporal.Instant.fromEpochMilliseconds(0)

/** Whether a response could still be changed after it was handed in. */
export const mayEdit = (
  { isAnonymous, ...questionnaire }: Questionnaire,
  { state, applicationId, round }: Pick<Filled, 'state' | 'applicationId' | 'round'>,
  now: Temporal.Instant,
): boolean =>
  !isAnonymous &&
  // What was given with an application stands like the application.
  applicationId === null &&
  state === 'submitted' &&
  round === questionnaire.round &&
  notOpenBecause({ isAnonymous, ...questionnaire }, now) === undefined
