import { asciiDigits } from './ascii-digits.ts'
import { cleanLine } from './clean-text.ts'

/** Whether eleven digits are an identity number of a person in Türkiye, by its own two check digits. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{10}$/.test(text)) return false
  const digits = [...text].map(Number)
  const sum = (from: number, to: number, step = 1) =>
    digits.reduce(
      (total, digit, at) => (at >= from && at < to && (at - from) % step === 0 ? total + digit : total),
      0,
    )
  const tenth = (((sum(0, 9, 2) * 7 - sum(1, 8, 2)) % 10) + 10) % 10
  return digits[9] === tenth && digits[10] === sum(0, 10) % 10
}

/**
 * Whether such a number stands somewhere in a text, in whatever digits, in one piece or in groups with anything but
 * letters between them. Of two numbers next to each other each is looked at; what begins with a plus is a telephone.
 */
export function hasIdentityNumber(text: string): boolean {
  const written = asciiDigits(cleanLine(text.normalize('NFKC')))
  return (written.match(/\+?\d+(?:[^\p{L}\p{N}+]+\d+)*/gu) ?? []).some(isAmong)
}

/** Looks at every row of whole groups that makes eleven digits. */
function isAmong(numbers: string): boolean {
  const groups = numbers.match(/\d+/g) ?? []
  return groups.some((_, first) => {
    if (first === 0 && numbers.startsWith('+')) return false
    let number = ''
    for (let at = first; number.length < 11 && at < groups.length; at += 1) number += groups[at] ?? ''
    return isIdentityNumber(number)
  })
}
