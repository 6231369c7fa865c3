import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Viewer } from '../../../bot/context.ts'
import type { PersonStore } from '../data/person-store.ts'
import { nameFromTelegram } from '../domain/person-name.ts'

/** The person behind whoever is chatting; made at the moment one is needed, not before. */
export function becomePerson({ accounts, persons }: { accounts: Accounts; persons: PersonStore }) {
  return async (viewer: Viewer): Promise<number> => {
    if (viewer.personId !== null) return viewer.personId
    const name = nameFromTelegram(
      { firstName: viewer.firstName, ...(viewer.lastName ? { lastName: viewer.lastName } : {}) },
      viewer.language,
    )
    const personId = await persons.create({
      givenNames: name?.givenNames ?? null,
      surname: name?.surname || null,
    })
    await accounts.linkPerson(viewer.userId, personId)
    viewer.personId = personId
    return personId
  }
}
