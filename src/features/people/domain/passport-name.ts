import { cleanLine } from '../../../shared/clean-text.ts'
import { peopleErrors } from './errors.ts'
import type { PersonName } from './person-name.ts'

/** A name as the machine-readable line of a passport spells it: A-Z, single spaces and hyphens. */
export interface PassportName {
  givenNames: string
  surname: string
}

const longestName = 80

/**
 * Proposes the passport's spelling: Ş→S, ı→I, İ→I, Ğ→G, Ü→U, Ö→O, Ç→C, ñ→N, é→E; apostrophes go, hyphens and both
 * Spanish surnames stay. `undefined` where a letter has no such spelling (other alphabets) or a surname is missing: ask.
 */
export function proposePassportName({ givenNames, surname }: PersonName): PassportName | undefined {
  const proposal = { givenNames: transliterate(givenNames), surname: transliterate(surname) }
  const isSpelt = !/[^A-Z -]/.test(proposal.givenNames + proposal.surname)
  return isSpelt && proposal.givenNames && proposal.surname ? proposal : undefined
}

/**
 * Reads a spelling somebody typed from their passport. Surname first is told by a comma or by `<<`; otherwise as many
 * words at the end are the surname as the name `like` has.
 */
export function readPassportName(text: string, like?: PersonName): PassportName {
  const typed = cleanLine(text)
    .replace(/(?<=\w)<(?=\w)/g, ' ')
    .replace(/i/g, 'I')
    .toUpperCase()
  if (!typed) throw peopleErrors.passportNameMissing()
  const foreign = typed.match(/[^A-Z ,<-]+/)?.[0]
  if (foreign)
    throw peopleErrors.passportNameLetters({ found: foreign, suggestion: suggestionFor(typed, like) })
  const name = surnameFirst(typed) ?? givenNamesFirst(typed, wordsOf(like?.surname ?? '').length)
  if (!name.surname) throw peopleErrors.surnameMissing()
  if (passportLine(name).length > longestName) throw peopleErrors.passportNameTooLong({ max: longestName })
  return name
}

/** What was typed with letters no passport has, in those it has: "AYSE YILMAZ" for "Ayşe Yılmaz"; else nothing. */
export function respellForPassport(text: string): string | undefined {
  const typed = cleanLine(text)
  if (/[^\p{Script=Latin}\p{M} ,<'’.-]/u.test(typed)) return undefined
  const isForeign = /[^A-Z ,<-]/.test(typed.replace(/i/g, 'I').toUpperCase())
  const respelt = typed.split(',').map(transliterate).join(', ')
  return isForeign && !/[^A-Z ,-]/.test(respelt) && respelt.trim() ? respelt : undefined
}

/** "AYSE YILMAZ", as it is shown to be confirmed. */
export const passportLine = ({ givenNames, surname }: PassportName): string =>
  `${givenNames} ${surname}`.trim()

function transliterate(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[ŒÆØŁĐÐÞ]/g, (letter) => pairs[letter] ?? letter)
  return tidy(letters.replace(/['’‘`´ʼ.]/g, '').replace(/[‐‑–]/g, '-'))
}

/** Capitals that no accent can be taken from. `toUpperCase` has already made ı an I and ß an SS. */
const pairs: Readonly<Record<string, string>> = { Œ: 'OE', Æ: 'AE', Ø: 'OE', Ł: 'L', Đ: 'D', Ð: 'D', Þ: 'TH' }

/** The name they have given, as a passport spells it, is a better example than what is left of a slip. */
function suggestionFor(typed: string, like?: PersonName): string {
  const proposal = like && proposePassportName(like)
  return proposal ? passportLine(proposal) : asTyped(typed)
}

const asTyped = (typed: string): string =>
  tidy(transliterate(typed).replace(/[^A-Z -]/g, ' ')) || 'AYSE YILMAZ'

function surnameFirst(typed: string): PassportName | undefined {
  const [surname = '', givenNames = '', ...more] = typed
    .split(/,|<{2,}/)
    .map((part) => tidy(part.replaceAll('<', ' ')))
  return surname && givenNames && more.every((part) => !part) ? { givenNames, surname } : undefined
}

function givenNamesFirst(typed: string, surnames: number): PassportName {
  const words = wordsOf(tidy(typed.replace(/[,<]/g, ' ')))
  const start = words.length - Math.max(1, Math.min(surnames, words.length - 1))
  return {
    givenNames: words.slice(0, start).join(' '),
    surname: start === 0 ? '' : words.slice(start).join(' '),
  }
}

const tidy = (name: string): string =>
  name
    .replace(/ ?-+ ?/g, '-')
    .replace(/ +/g, ' ')
    .replace(/^[ -]+|[ -]+$/g, '')

const wordsOf = (name: string): string[] => name.split(' ').filter(Boolean)
