import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Message, Messenger } from '../../../bot/messenger.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'

export type TellPerson = ReturnType<typeof tellPerson>

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
  return async (personId: number, say: (words: Words) => Message | Promise<Message>): Promise<number> => {
    const reachable = (await accounts.ofPerson(personId)).filter(({ isReachable }) => isReachable)
    for (const { userId, language } of reachable) messenger.say(userId, await say(texts.words(language)))
    return reachable.length
  }
}
