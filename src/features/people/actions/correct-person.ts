import { asCountry } from '../../../shared/countries.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { RequestStore } from '../data/request-store.ts'
import { readEmail } from '../domain/email.ts'
import { peopleErrors } from '../domain/errors.ts'
import { proposePassportName } from '../domain/passport-name.ts'
import { readFullName } from '../domain/person-name.ts'
import type { Person } from '../domain/person.ts'
import { countryOfPhone, likelyPhoneCountries, readPhone } from '../domain/phone.ts'
import { readPosition } from '../domain/position.ts'
import { readSpokenLanguages } from '../domain/spoken-languages.ts'

/** What somebody can put right by themselves. */
export const correctable = ['name', 'position', 'phone', 'email', 'languages'] as const

export type Correctable = (typeof correctable)[number]

export interface CorrectPersonNeeds {
  persons: Pick<PersonStore, 'read' | 'update'>
  requests: Pick<RequestStore, 'noteDone'>
  homeCountry: string | undefined
  /** The lists and cards of other rooms follow. */
  personCorrected(personId: number): Promise<void>
}

/** Puts right what somebody has written anew about themselves. */
export function correctPerson({ persons, requests, homeCountry, personCorrected }: CorrectPersonNeeds) {
  return async (personId: number, field: Correctable, text: string, language: Language): Promise<void> => {
    const known = (await persons.read(personId))?.phone ?? null
    await persons.update(personId, changed[field](text, { language, known, home: homeCountry }))
    await requests.noteDone(personId, 'correction')
    await personCorrected(personId)
  }
}

interface Hints {
  language: Language
  known: string | null
  home: string | undefined
}

const changed: Record<Correctable, (text: string, hints: Hints) => Partial<Omit<Person, 'id'>>> = {
  name(text, { language }) {
    const name = readFullName(text, language)
    const spelt = proposePassportName(name)
    return {
      ...name,
      passportGivenNames: spelt?.givenNames ?? null,
      passportSurname: spelt?.surname ?? null,
    }
  },
  position: (text) => ({ position: readPosition(text) }),
  phone(text, { language, known, home }) {
    const reading = readPhone(
      text,
      likelyPhoneCountries({
        language,
        homeCountry: asCountry(home ?? '') ?? 'TR',
        phoneCountry: known ? countryOfPhone(known) : undefined,
      }),
    )
    // Of a number that may be one of several countries its own is to be written.
    if (reading.kind === 'asks') throw peopleErrors.phoneCountryUnknown()
    return { phone: reading.phone.e164, isPhoneVerified: false }
  },
  email: (text) => ({ email: readEmail(text).address }),
  languages: (text) => ({ spokenLanguages: [...readSpokenLanguages(text)] }),
}
