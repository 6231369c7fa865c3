import { formatDate } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { proposalFor, type Proposal } from '../domain/proposal.ts'
import type { Asked } from '../domain/steps.ts'
import { kinds } from './kinds/index.ts'
import { sceneAt, type Asking } from './scene.ts'

type Question = Extract<Asked, { kind: 'question' }>

/**
 * The answer there is; before that what is proposed, and of which day that is. What the buttons mark already is said only
 * where it has a day.
 */
export function proposalLine(words: Words, standing: Asking, asked: Question, isMarked: boolean): string {
  const scene = sceneAt(words, standing, asked)
  if (scene.present === '') return ''
  const value = kinds[asked.question.type].show(scene.present, scene)
  const dated = datedProposal(standing, asked)
  if (dated?.on !== undefined)
    return words(`questionnaires:ask.${dated.from === 'former' ? 'lastTime' : 'knownSince'}`, {
      value,
      day: formatDate(Temporal.PlainDate.from(dated.on), words.language),
    })
  if (isMarked) return ''
  const isAnswered = (standing.response.answers[asked.path] ?? '') !== ''
  return words(`questionnaires:ask.${isAnswered ? 'present' : 'proposed'}`, { value })
}

/** What is proposed and has a day, for a question that nobody has answered or skipped yet. */
export function datedProposal(
  { session, response, sources }: Asking,
  { path, question }: Question,
): Proposal | undefined {
  if (response.answers[path] !== undefined) return undefined
  const proposal = proposalFor(session, path, question, sources)
  return proposal.on === undefined ? undefined : proposal
}
