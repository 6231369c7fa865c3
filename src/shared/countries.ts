import { languages } from './localized-text.ts'
import { fold, nearest } from './tables/fold.ts'

/** Names that people use and the tables of languages do not have. */
const everydayNames: Readonly<Record<string, string>> = {
  turkey: 'TR',
  holland: 'NL',
  hollanda: 'NL',
  england: 'GB',
  ingiltere: 'GB',
  uk: 'GB',
  usa: 'US',
  abd: 'US',
  eeuu: 'US',
}

/** Codes that name unions, islands without a code of their own, or nothing. */
const notCountries = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ'.split(' '))

const codes = isoCodes()
let codesByName: Map<string, string> | undefined

/** The two letters (ISO 3166-1) of a country given by them or by its name in Turkish, English, Spanish or French. */
export function countryOf(word: string): string | undefined {
  const code = word.trim().toUpperCase()
  if (codes.has(code)) return code
  return byName().get(fold(word))
}

/** The country that was probably meant. */
export function nearestCountry(word: string): string | undefined {
  const name = nearest(word, byName().keys())
  return name === undefined ? undefined : byName().get(name)
}

function isoCodes(): Set<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  return new Set(
    pairs.filter(
      (pair) => names.of(pair) && !notCountries.has(pair) && new Intl.Locale(`und-${pair}`).region === pair,
    ),
  )
}

function byName(): Map<string, string> {
  codesByName ??= new Map(
    [...codes].flatMap((code) => languages.map((language) => [fold(nameOf(code, language)), code] as const)),
  )
  for (const [name, code] of Object.entries(everydayNames)) codesByName.set(name, code)
  return codesByName
}

const nameOf = (code: string, language: string) =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
