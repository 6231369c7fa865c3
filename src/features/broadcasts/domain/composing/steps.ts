import { isLanguage, languages, type Language } from '../../../../shared/localized-text.ts'
import { isEmpty } from '../content.ts'
import type { ComposedDraft } from './draft.ts'

const namedSteps = [
  ...(['content', 'template', 'field', 'audience'] as const),
  ...(['media', 'written', 'missing', 'empty', 'priority', 'reason'] as const),
  ...(['answers', 'until', 'again', 'when', 'useful'] as const),
]

/** `text-es` and `labels-es`: the words, and the answers to tap, in one language. */
export type BroadcastStep = (typeof namedSteps)[number] | `text-${Language}` | `labels-${Language}`

export const isBroadcastStep = (text: string): text is BroadcastStep =>
  namedSteps.some((step) => step === text) ||
  languages.some((language) => text === `text-${language}` || text === `labels-${language}`)

/** The language that a step is about. */
export function languageOfStep(step: string): Language | undefined {
  const language = /^(?:text|labels)-(\w\w)$/.exec(step)?.[1]
  return isLanguage(language) ? language : undefined
}

/** The step to ask now: the one being changed, else the first that is missing; then the summary. */
export function currentBroadcastStep(draft: ComposedDraft): BroadcastStep | 'summary' {
  const { changing, content, notes, priority, reason } = draft
  if (changing !== null && isBroadcastStep(changing)) return changing
  if (isEmpty(content)) return 'content'
  if (notes.fields && notes.fields.length > 0) return 'field'
  if (!notes.isAudienceChosen) return 'audience'
  return priority === 'urgent' && reason === null ? 'reason' : 'summary'
}

/** Where back leads: through the steps of a new draft one by one, from everything else to the summary. */
export function broadcastStepBefore(
  step: BroadcastStep | 'summary',
  { content, notes }: Pick<ComposedDraft, 'content' | 'notes'>,
): BroadcastStep | 'summary' | undefined {
  if (step === 'summary' || (step === 'content' && isEmpty(content))) return undefined
  if (notes.isAudienceChosen) return 'summary'
  return step === 'field' ? 'template' : 'content'
}
