/** What somebody may allow, each on its own, after an application of theirs has been approved. */
export const consentPurposes = ['photos', 'catalogue', 'contact_exchange'] as const

export type ConsentPurpose = (typeof consentPurposes)[number]

/** The words that the consents are asked in; grows when they change their meaning. */
export const consentVersion = '2026-11'

/** How somebody has decided, and which of their decisions that was. */
export interface Decision {
  isGiven: boolean
  revision: number
}

export type Decisions = Partial<Record<ConsentPurpose, Decision>>

/** The consent to ask next; none is ticked beforehand. */
export const nextConsent = (decisions: Decisions): ConsentPurpose | undefined =>
  consentPurposes.find((purpose) => decisions[purpose] === undefined)

export const revisionOf = (decisions: Decisions, purpose: ConsentPurpose): number =>
  decisions[purpose]?.revision ?? 0
