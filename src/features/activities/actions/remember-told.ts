import type { People } from '../../people/index.ts'
import type { Application } from '../domain/application.ts'

/** What somebody has said of themselves need not be said again next time. */
export async function rememberTold(
  { persons }: Pick<People, 'persons'>,
  { personId, answers }: Pick<Application, 'personId' | 'answers'>,
): Promise<void> {
  await persons.update(personId, {
    givenNames: answers.givenNames ?? null,
    surname: answers.surname ?? null,
    ...(answers.passport
      ? { passportGivenNames: answers.passport.givenNames, passportSurname: answers.passport.surname }
      : {}),
    position: answers.position ?? null,
    phone: answers.phone ?? null,
    isPhoneVerified: answers.isPhoneVerified ?? false,
    email: answers.email ?? null,
    spokenLanguages: answers.languages ?? null,
  })
}
