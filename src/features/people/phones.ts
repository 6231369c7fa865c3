import type { Accounts } from '../../bot/data/accounts.ts'
import { isByHand } from '../../shared/by-hand.ts'
import type { Language } from '../../shared/localized-text.ts'

/** By what somebody is reached: an account of their own, or a coordinator who passes words on. */
export const phonesOf = (accounts: Pick<Accounts, 'ofPerson'>) => ({
  /** The language in which somebody is told things; undefined where nobody can be told. */
  async languageOf(personId: number): Promise<Language | undefined> {
    return (await accounts.ofPerson(personId)).find(({ isReachable }) => isReachable)?.language
  },
  isReachable: async (personId: number) =>
    (await accounts.ofPerson(personId)).some((account) => account.isReachable),
  /** On a phone of their own: nobody is asked by a coordinator's mouth whether somebody belongs to a firm. */
  isReachableHere: async (personId: number) =>
    (await accounts.ofPerson(personId)).some(({ isReachable, userId }) => isReachable && !isByHand(userId)),
  /** Whether somebody has ever written from a phone of their own. */
  hasPhone: async (personId: number) =>
    (await accounts.ofPerson(personId)).some(({ userId }) => !isByHand(userId)),
})
