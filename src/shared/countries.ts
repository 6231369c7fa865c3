import { getCountries } from 'libphonenumber-js/max'
import { countryAliases } from './country-aliases.ts'
import { editDistance } from './edit-distance.ts'
import { languages, type Language } from './localized-text.ts'
import { foldForSearch } from './search-folding.ts'

/** Two capital letters of ISO 3166, and XK for Kosovo. */
export type Country = ReturnType<typeof getCountries>[number]

/** Places with a telephone code that are no countries to be from. */
const notOffered: readonly string[] = ['AC', 'TA']

export const countries: readonly Country[] = getCountries().filter((country) => !notOffered.includes(country))

export const asCountry = (code: string): Country | undefined => countries.find((country) => country === code)

/** "Türkiye", "Türkiye", "Turquía", "Turquie" */
export const countryName = (country: Country, language: Language): string =>
  displayNames[language].of(country) ?? country

/** The flag as an emoji, made of the two letters. */
export const flagOf = (country: Country): string =>
  String.fromCodePoint(...[...country].map((letter) => regionalA + letter.charCodeAt(0) - 65))

/** The countries a typed name, code, nickname or flag may mean, in any of the four languages; exact ones alone, else near ones. */
export function findCountries(text: string): readonly Country[] {
  const byFlag = countries.find((country) => text.includes(flagOf(country)))
  if (byFlag) return [byFlag]
  const typed = foldForSearch(text)
  if (!typed) return []
  const exact = byName().get(typed)
  return exact ? [exact] : nearest(typed)
}

/** The two letters of a country that is named exactly: by them, or as it is called in one of the four languages. */
export const countryOf = (word: string): Country | undefined => byName().get(foldForSearch(word))

/** The country that was probably meant, where only one can be. */
export function nearestCountry(word: string): Country | undefined {
  const [country, ...others] = findCountries(word)
  return others.length === 0 ? country : undefined
}

function nearest(typed: string): readonly Country[] {
  const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0
  const found = [...byName()].flatMap(([name, country]) => {
    const isBeginning = typed.length >= 4 && name.startsWith(typed)
    const distance = isBeginning ? 0 : editDistance(typed, name, most)
    return name.length > 3 && distance <= most ? [{ country, distance }] : []
  })
  const least = Math.min(...found.map(({ distance }) => distance))
  return [...new Set(found.filter(({ distance }) => distance === least).map(({ country }) => country))]
}

/** Folded names, aliases and codes; built at the first question, because most processes never ask. */
function byName(): ReadonlyMap<string, Country> {
  names ??= new Map([...namedCountries(), ...aliasedCountries()])
  return names
}

let names: ReadonlyMap<string, Country> | undefined

const namedCountries = () =>
  countries.flatMap((country) =>
    [...languages.map((language) => countryName(country, language)), country].map(
      (name) => [foldForSearch(name), country] as const,
    ),
  )

const aliasedCountries = () =>
  Object.entries(countryAliases).flatMap(([code, aliases]) => {
    const country = asCountry(code)
    return country ? aliases.split('|').map((alias) => [foldForSearch(alias), country] as const) : []
  })

const displayNames = Object.fromEntries(
  languages.map((language) => [language, new Intl.DisplayNames(language, { type: 'region' })]),
) as Record<Language, Intl.DisplayNames>

const regionalA = 0x1f1e6
