import type { Language } from '../../../shared/localized-text.ts'
import type { Person } from './person.ts'
import { nameFromTelegram, salutation } from './person-name.ts'

/** How somebody is addressed: by the name they have told us, else the one in their profile, else without one. */
export function greetingOf(
  person: Pick<Person, 'givenNames' | 'surname'> | undefined,
  profile: { firstName: string; lastName: string | null; language: Language },
): string {
  const { firstName, lastName, language } = profile
  const told =
    person?.givenNames || person?.surname
      ? { givenNames: person.givenNames ?? '', surname: person.surname ?? '' }
      : nameFromTelegram({ firstName, lastName: lastName ?? undefined }, language)
  return salutation(told, language)
}
