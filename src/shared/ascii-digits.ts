/** Digits as they are typed on Arabic, Persian and full-width keyboards, as 0-9; everything else stays. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
