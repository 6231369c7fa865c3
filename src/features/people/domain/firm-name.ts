import { beginningOf, cleanLine } from '../../../shared/clean-text.ts'
import { hasIdentityNumber } from '../../../shared/identity-number.ts'
import { peopleErrors } from './errors.ts'

/** Reads a typed name of a firm: one line with at least two letters or digits in it, cut at 120 characters. */
export function readFirmName(text: string): string {
  if (hasIdentityNumber(text)) throw peopleErrors.identityNumber()
  const name = beginningOf(cleanLine(text), 120)
  if (!isFirmName(name)) throw peopleErrors.firmNameShort()
  return name
}

/** A firm that is called by signs alone could be neither found nor told apart. */
export const isFirmName = (name: string): boolean => (name.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2
