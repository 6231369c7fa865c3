import { createHash } from 'node:crypto'
import type { LocalizedText } from '../../../shared/localized-text.ts'

/** Where a document of somebody stands. Nothing noted: `requested`. */
export const documentStates = ['requested', 'received', 'accepted', 'sent_back', 'expired'] as const

export type DocumentState = (typeof documentStates)[number]

/** A line of the sheet `documents`: what is asked of whom, until when, and by which rule. */
export interface DocumentRule {
  code: string
  title: LocalizedText
  /** `null`: asked of everybody. */
  appliesIf: {
    passportTypes: readonly string[]
    nationalities: readonly string[]
    sides: readonly string[]
  } | null
  isMandatory: boolean
  /** `2026-11-20`, by the home zone. */
  dueOn: string | null
  proof: 'declared' | 'file' | 'paper'
  /** Plain text: published before a rule could be written in several languages. */
  rule: LocalizedText | string | null
  ruleSource: string | null
  ruleCheckedOn: string | null
}

/** What decides which documents somebody needs; undefined: not told yet. */
export interface DocumentFacts {
  passportType: string | undefined
  side: string | null
}

export type Applies = 'yes' | 'no' | 'unknown'

/** These passports are the Turkish ones; of `foreign` the nationality is not asked for. */
const turkish = ['ordinary', 'special', 'service', 'diplomatic']

/** Whether a document is asked of somebody. Conditions of different kinds all hold, of one kind any. */
export function appliesTo(
  { appliesIf }: Pick<DocumentRule, 'appliesIf'>,
  { passportType, side }: DocumentFacts,
): Applies {
  if (!appliesIf) return 'yes'
  const { passportTypes, nationalities, sides } = appliesIf
  const nationality = passportType !== undefined && turkish.includes(passportType) ? 'TR' : undefined
  const answers = [
    among(passportTypes, passportType),
    among(nationalities, nationality),
    // Whoever is neither guest nor host travels: they are one of ours.
    sides.length === 0 || (side !== null && sides.includes(side)) ? 'yes' : 'no',
  ] as const
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}

function among(wanted: readonly string[], known: string | undefined): Applies {
  if (wanted.length === 0) return 'yes'
  if (known === undefined) return 'unknown'
  return wanted.includes(known) ? 'yes' : 'no'
}

/** Short enough for a button, and the same however the lines of the sheet are ordered. */
export const markOf = (code: string): string => createHash('sha256').update(code).digest('hex').slice(0, 10)
