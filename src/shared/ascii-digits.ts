/** Digits of any script, Arabic, Persian, Devanagari, full-width, as 0-9; everything else stays. */
export const asciiDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)))

/** Unicode keeps the ten digits of a script next to each other, the zero first. */
function valueOf(codePoint: number): number {
  let value = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value += 1
  return value % 10
}
