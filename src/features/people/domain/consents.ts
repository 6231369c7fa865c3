/** What somebody may allow, each on its own. */
export const consentPurposes = ['photos', 'catalogue', 'contact_exchange'] as const

export type ConsentPurpose = (typeof consentPurposes)[number]

/** What somebody has a seat on, as far as consents go: a trip among it, something else only, or nothing. */
export type SeatedOn = 'trip' | 'somethingElse' | 'nothing'

/** What is asked of whom: only on a trip does one meet firms abroad and stand in a catalogue. */
export const askedOf: Readonly<Record<SeatedOn, readonly ConsentPurpose[]>> = {
  trip: consentPurposes,
  somethingElse: ['photos'],
  nothing: [],
}

/** The words that the consents are asked in; grows when they change their meaning. */
export const consentVersion = '2026-11-26'

/** How somebody has decided, and which of their decisions that was. */
export interface Decision {
  isGiven: boolean
  revision: number
}

export type Decisions = Partial<Record<ConsentPurpose, Decision>>

/** The consent to ask next of those that may be asked; none is ticked beforehand. */
export const nextConsent = (
  asked: readonly ConsentPurpose[],
  decisions: Decisions,
): ConsentPurpose | undefined => asked.find((purpose) => decisions[purpose] === undefined)

export const revisionOf = (decisions: Decisions, purpose: ConsentPurpose): number =>
  decisions[purpose]?.revision ?? 0
