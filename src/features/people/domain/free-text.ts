import { cleanParagraphs, lengthOf } from '../../../shared/clean-text.ts'
import { peopleErrors } from './errors.ts'

/** Reads some paragraphs somebody typed: cleaned of what cannot be seen, at most `max` characters as people count. */
export function readFreeText(text: string, { max }: { max: number }): string {
  const written = cleanParagraphs(text)
  if (!written) throw peopleErrors.textMissing()
  const length = lengthOf(written)
  if (length > max) throw peopleErrors.textTooLong({ length, max })
  return written
}
