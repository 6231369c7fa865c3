/** What somebody has done with what is known of people. */
export const auditActs = ['saw', 'changed', 'exported'] as const

export type AuditAct = (typeof auditActs)[number]

/** The things that have a name in every language (`audit:what.…`); others are shown by the name they were noted under. */
const auditedThings = [
  'attendance',
  'card',
  'daily',
  'decision',
  'deliveries',
  'details',
  'documents',
  'invited',
  'item',
  'letters',
  'note',
  'participants',
  'passedOn',
  'personalData',
  'requests',
  'response',
  'results',
  'role',
  'rooming',
  'airline',
  'consulate',
  'hosts',
  'catalogue',
  'meals',
  'dayFile',
  'programme',
  'picture',
  'responseFile',
  'log',
] as const

export type AuditedThing = (typeof auditedThings)[number]

/** What is noted: who did what with which thing, and whom it concerns. Numbers and names of things only, never a value. */
export interface Audited {
  byPersonId: number
  act: AuditAct
  what: string
  activityId?: number
  /** Whom it concerns; an export concerns many, and each of them finds it in their data. */
  aboutPersonIds?: readonly number[]
  rows?: number
  language?: string
}

/** Its name without the corner it comes from: `list.airline` is `airline`. */
export function thingOf(what: string): AuditedThing | undefined {
  const name = what.split('.').at(-1)
  return auditedThings.find((thing) => thing === what || thing === name)
}
