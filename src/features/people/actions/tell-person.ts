import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Message, Messenger } from '../../../bot/messenger.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'

export type TellPerson = ReturnType<typeof tellPerson>

/** What is to be said; `undefined` where there is nothing to say in that language. */
type Said = Message | undefined

/** Tells a person something, in the language of each phone that can be reached. Returns how many that were. */
export function tellPerson({
  accounts,
  messenger,
  texts,
}: {
  accounts: Accounts
  messenger: Messenger
  texts: Texts
}) {
  return async (personId: number, say: (words: Words) => Said | Promise<Said>): Promise<number> => {
    const reachable = (await accounts.ofPerson(personId)).filter(({ isReachable }) => isReachable)
    for (const { userId, language } of reachable) {
      const message = await say(texts.words(language))
      if (message) messenger.say(userId, message)
    }
    return reachable.length
  }
}
