import { cleanParagraphs, lengthOf } from '../../../shared/clean-text.ts'
import { hasIdentityNumber } from '../../../shared/identity-number.ts'
import { peopleErrors } from './errors.ts'

/**
 * Reads some paragraphs somebody typed: cleaned of what cannot be seen, at most `max` characters as people count, and
 * without anybody's identity number.
 */
export function readFreeText(text: string, { max }: { max: number }): string {
  const written = cleanParagraphs(text)
  if (!written) throw peopleErrors.textMissing()
  if (hasIdentityNumber(written)) throw peopleErrors.identityNumber()
  const length = lengthOf(written)
  if (length > max) throw peopleErrors.textTooLong({ length, max })
  return written
}
