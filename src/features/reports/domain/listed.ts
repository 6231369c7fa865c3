import type { Language } from '../../../shared/localized-text.ts'

/** What somebody has told under the name of a question: as it is kept, and as people read it. */
export interface Told {
  value: string
  shown(language: Language): string
}

/** Somebody who has a seat, with all that a list may say of them. */
export interface Listed {
  personId: number
  /** As it is quoted: `BCN26-0007`. */
  reference: string
  name: string
  /** As the machine-readable line of the passport spells it; null where nobody has confirmed one. */
  passportSurname: string | null
  passportGivenNames: string | null
  position: string | null
  /** E.164. */
  phone: string | null
  email: string | null
  /** ISO 639 codes. */
  spokenLanguages: readonly string[]
  firm: string | null
  firmCity: string | null
  /** ISO 3166-1 alpha-2. */
  firmCountry: string | null
  cluster: string | null
  role: string | null
  side: string | null
  bus: string | null
  hotel: string | null
  room: string | null
  roommate: string | null
  interpreter: string | null
  groups: readonly string[]
  flightOut: string | null
  flightBack: string | null
  /** To what of the optional they have said yes. */
  consents: readonly string[]
  /** What they have told in the forms of the activity, by the name of the question. */
  told: ReadonlyMap<string, Told>
}
