import { DomainError } from '../../../shared/domain-error.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { PersonStore } from '../data/person-store.ts'
import {
  askedOf,
  consentVersion,
  nextConsent,
  revisionOf,
  type ConsentPurpose,
  type Decisions,
  type SeatedOn,
} from '../domain/consents.ts'

export interface ConsentNeeds {
  persons: PersonStore
  /** What an application of theirs has been approved for. */
  seatedOn(personId: number): Promise<SeatedOn>
}

export interface ConsentAnswer {
  purpose: ConsentPurpose
  isGiven: boolean
  /** The decision that stood when the question was shown. */
  revision: number
  language: Language
}

/** How consents stand with somebody: what they have decided, and what they may be asked. */
export interface ConsentStanding {
  decisions: Decisions
  /** What they may be asked now. */
  asked: readonly ConsentPurpose[]
}

/** Giving, refusing and withdrawing consents; each is a row of the record. */
export function consenting({ persons, seatedOn }: ConsentNeeds) {
  async function standing(personId: number | null): Promise<ConsentStanding> {
    if (personId === null) return { decisions: {}, asked: [] }
    return {
      decisions: await persons.consentsOf(personId),
      asked: askedOf[await seatedOn(personId)],
    }
  }

  return {
    standing,

    /** The consent that is open: approved, the notice read, not asked or not answered yet. */
    async openOne(personId: number): Promise<{ purpose: ConsentPurpose; revision: number } | undefined> {
      const { decisions, asked } = await standing(personId)
      const purpose = nextConsent(asked, decisions)
      if (!purpose || !(await persons.hasReadSomeNotice(personId))) return undefined
      return { purpose, revision: revisionOf(decisions, purpose) }
    },

    /** Says yes or no. Only what is shown now can be answered; taking back what was given is always possible. */
    async decide(personId: number | null, answer: ConsentAnswer): Promise<Decisions> {
      const { purpose, isGiven, revision, language } = answer
      const { decisions, asked } = await standing(personId)
      const known = decisions[purpose]
      const isAllowed = asked.includes(purpose) || (known !== undefined && !isGiven)
      if (personId === null || !isAllowed || revision !== revisionOf(decisions, purpose))
        throw new DomainError('bot:errors.staleButton')
      if (known?.isGiven !== isGiven)
        await persons.decideConsent(personId, purpose, isGiven, { version: consentVersion, language })
      return persons.consentsOf(personId)
    },
  }
}
