import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Upload } from '../domain/upload.ts'

/** The words for whoever sent a file, in the language they read now. */
export async function wordsFor(
  { accounts, texts }: { accounts: Pick<Accounts, 'ofPerson'>; texts: Texts },
  { chatId, personId }: Upload,
): Promise<Words> {
  const theirs = await accounts.ofPerson(personId)
  return texts.words(theirs.find(({ userId }) => userId === chatId)?.language ?? 'en')
}

export const nameOf = (words: Words, { fileName }: Upload): string =>
  fileName ?? words.plain('uploads:nameless')
