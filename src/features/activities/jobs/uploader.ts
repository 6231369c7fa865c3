import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Answer } from '../chat/uploads/answer.ts'
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

/** What went wrong was our fault: logged under an id, and told kindly with that id. */
export function brokenAnswer(words: Words, upload: Upload, error: unknown, log: Logger): Answer {
  const id = randomUUID().slice(0, 8)
  log.error({ err: error, id, upload: upload.id }, 'upload.broken')
  return { message: { text: words('uploads:broken', { name: nameOf(words, upload), id }) } }
}
