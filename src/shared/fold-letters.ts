/** Letters as people compare them: no accents, no case, one kind of i, and those that are written in two ways spelt out. */
export const foldLetters = (text: string): string => (isPlain.test(text) ? text.toLowerCase() : folded(text))

const isPlain = /^[\x20-\x7e]*$/

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıßœæøłđðþ]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')

const spelledOut: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}
