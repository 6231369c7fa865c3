import type { ParticipantDetails } from '../participants/details.ts'

/** What a coordinator gives somebody by a tap. */
export const tagKinds = ['bus', 'hotel', 'interpreter', 'group'] as const
export type TagKind = (typeof tagKinds)[number]

/** Groups somebody can be in: as many as the sheet has columns. */
export const mostGroups = 5
export const mostTagLetters = 40

/** What somebody has of a kind. */
export const tagsOf = (details: ParticipantDetails, kind: TagKind): readonly string[] => {
  if (kind === 'group') return details.groups
  const value = details[kind]
  return value === null ? [] : [value]
}

/** The details after a tap: what they had of it goes, what they had not comes; of all but groups there is one. */
export function toggledTag(details: ParticipantDetails, kind: TagKind, value: string): ParticipantDetails {
  const has = tagsOf(details, kind).includes(value)
  if (kind !== 'group') return { ...details, [kind]: has ? null : value }
  const groups = has ? details.groups.filter((group) => group !== value) : [...details.groups, value]
  return { ...details, groups }
}

/** What there is of a kind among these people, by name; numbers in their order. */
export function choicesOf(
  all: readonly ParticipantDetails[],
  kind: TagKind,
  more: readonly (string | null)[] = [],
): string[] {
  const known = [...all.flatMap((details) => tagsOf(details, kind)), ...more.filter((one) => one !== null)]
  return [...new Set(known)].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
}

/** What a value is called in a button, because it may be longer than one holds. */
export function markOfTag(value: string): string {
  let hash = 0x811c9dc5
  for (const letter of value) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
