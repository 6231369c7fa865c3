import type { PersonName } from './person-name.ts'
import { fullName } from './person-name.ts'

/** A human, as far as they have told us about themselves. */
export interface Person {
  id: number
  givenNames: string | null
  surname: string | null
  passportGivenNames: string | null
  passportSurname: string | null
  position: string | null
  phone: string | null
  isPhoneVerified: boolean
  email: string | null
  spokenLanguages: string[] | null
  homeZone: string | null
}

const nameOf = (person: Pick<Person, 'givenNames' | 'surname'>): PersonName => ({
  givenNames: person.givenNames ?? '',
  surname: person.surname ?? '',
})

/** "Ayşe Yılmaz"; a number where somebody has not said their name yet. */
export const displayName = (person: Pick<Person, 'id' | 'givenNames' | 'surname'>): string =>
  fullName(nameOf(person)) || `#${person.id}`
