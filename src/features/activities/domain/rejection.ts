import { cleanParagraphs, lengthOf } from '../../../shared/clean-text.ts'
import { activityErrors } from './errors.ts'

/** The reasons a coordinator can tap. */
export const rejectionReasons = ['scope', 'seats', 'incomplete', 'rules'] as const
/** With the one that only the clock gives. */
const knownReasons = [...rejectionReasons, 'begun'] as const
export type RejectionReason = (typeof knownReasons)[number]

const mostCharacters = 500
const typedPrefix = 'text:'

/** Why somebody is rejected: one of the reasons above, a sentence of the coordinator's own, or nothing that is said. */
export type Rejection =
  { kind: 'known'; reason: RejectionReason } | { kind: 'typed'; text: string } | { kind: 'unsaid' }

/** As it is kept with the decision. */
export function writeRejection(rejection: Rejection): string {
  if (rejection.kind === 'typed') return `${typedPrefix}${rejection.text}`
  return rejection.kind === 'known' ? rejection.reason : 'unsaid'
}

/** As it was kept; what is not known any more is not said. */
export function readRejection(kept: string | null | undefined): Rejection {
  if (kept?.startsWith(typedPrefix)) return { kind: 'typed', text: kept.slice(typedPrefix.length) }
  const reason = knownReasons.find((name) => name === kept)
  return reason ? { kind: 'known', reason } : { kind: 'unsaid' }
}

/** A reason in the coordinator's own words. */
export function readTypedReason(typed: string): string {
  const text = cleanParagraphs(typed)
  const length = lengthOf(text)
  if (length < 3 || length > mostCharacters) throw activityErrors.reasonLength(length, mostCharacters)
  return text
}
