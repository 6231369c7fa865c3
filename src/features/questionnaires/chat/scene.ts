import type { QuestionButtons } from '../../../bot/drafts/question-buttons.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Standing } from '../actions/standing.ts'
import { languageOf } from '../domain/form-language.ts'
import { otherOf } from '../domain/other-of.ts'
import { proposalFor } from '../domain/proposal.ts'
import { leadInOf } from '../domain/sections.ts'
import type { Step } from '../domain/session/session.ts'
import { answerKey, leadIn, stepBefore, type Asked } from '../domain/steps.ts'
import { isToSpecify } from '../domain/xlsform/or-other.ts'
import { kinds } from './kinds/index.ts'
import type { Look, Scene } from './kinds/kind.ts'

/** A standing in the chat, with what is looked at and what was understood at this moment. */
export interface Asking extends Standing {
  look?: Look
  /** How the words of the answer before were understood. */
  understood?: string
  /** Why it could not be handed in. */
  refusal?: string
  /** Where the questions are asked inside of something else. */
  frame?: Frame
}

/** What the questions of a form are asked inside of: its heading, its buttons, its draft. */
export interface Frame {
  head: string
  buttons: QuestionButtons
  draft: { id: number; revision: number }
  /** Written before the name of a step, so that it is none of the other's. */
  stepPrefix: string
}

/** Whether something stands before a question: another one, or the card of the sections. */
export const hasBack = (
  { session, section, frame }: Pick<Asking, 'session' | 'section' | 'frame'>,
  asked: Asked,
): boolean => frame !== undefined || section !== undefined || stepBefore(session, asked) !== undefined

/** What is to be read before a question. */
export const readBefore = ({ session, section }: Asking, asked: Asked): readonly Step[] =>
  section ? leadInOf(session, section, asked) : leadIn(session, asked)

/** A question that is asked or was answered, with what is needed to show it. */
export function sceneAt(
  words: Words,
  { form, session, response, questionnaire, look = {}, now, sources }: Asking,
  asked: Extract<Asked, { kind: 'question' }>,
): Scene {
  const { path, question } = asked
  const isHere = response.place === answerKey(asked)
  return {
    words,
    session,
    path,
    question,
    look,
    now,
    isAnonymous: questionnaire.isAnonymous,
    language: languageOf(form, words.language),
    pending: isHere ? response.pending : null,
    present: response.answers[path] ?? proposalFor(session, path, question, sources).value,
  }
}

/** The words of a question before its answer: a question mark, a full stop or a cut needs no colon. */
export const asHeading = (words: Words, label: string): string =>
  /[?.!:…]$/.test(label) ? label : words.plain('questionnaires:ask.heading', { label })

/** The words of a question, and of its answer, as somebody reads them. */
export function labelAndValue(words: Words, standing: Asking, asked: Extract<Asked, { kind: 'question' }>) {
  const scene = sceneAt(words, standing, asked)
  const value = standing.response.answers[asked.path] ?? ''
  return {
    label: labelOf(scene) || asked.question.name,
    value: value === '' ? '' : kinds[asked.question.type].show(value, scene),
  }
}

/** Among the answers "please specify" is called like the choice behind which it stands: "Other". */
function labelOf({ session, question, path, language }: Scene): string {
  const label = session.text(question.label, path, language)
  if (otherOf(question) === undefined || !isToSpecify(question.label)) return label
  const other = session.choices(path.replace(/_other$/, '')).find(({ name }) => name === 'other')
  return session.text(other?.label, path, language) || label
}
