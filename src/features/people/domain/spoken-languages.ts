import { cleanLine } from '../../../shared/clean-text.ts'
import { languages, type Language } from '../../../shared/localized-text.ts'
import { foldForSearch } from '../../../shared/search-folding.ts'
import { peopleErrors } from './errors.ts'

/** The languages offered to say that one speaks them, in this order: those of the delegations first. */
export const spokenLanguages = [
  ...(['en', 'tr', 'es', 'fr', 'de', 'it', 'pt', 'ca', 'ru', 'ar'] as const),
  ...([
    'az',
    'bg',
    'bs',
    'cs',
    'el',
    'eu',
    'fa',
    'gl',
    'he',
    'hi',
    'hu',
    'ja',
    'ka',
    'kk',
    'ko',
    'ku',
  ] as const),
  ...(['nl', 'pl', 'ro', 'sq', 'sr', 'sv', 'uk', 'uz', 'zh'] as const),
] as const

export type SpokenLanguage = (typeof spokenLanguages)[number]

/** "Almanca", "German", "alemán", "allemand": in small letters where the language writes them so. */
export function spokenLanguageName(spoken: SpokenLanguage, language: Language): string {
  const key = `${spoken} ${language}`
  let name = namesSaid.get(key)
  if (name === undefined) namesSaid.set(key, (name = displayNames[language].of(spoken) ?? spoken))
  return name
}

const namesSaid = new Map<string, string>()

/**
 * Reads a typed list in any of the four languages, with or without commas: "İngilizce, Almanca", "anglais et turc",
 * "English (fluent) and a little Spanish". Words about how well are passed over; a language it does not know is refused.
 */
export function readSpokenLanguages(text: string): readonly SpokenLanguage[] {
  const spoken = new Set<SpokenLanguage>()
  const unknown: string[] = []
  const words = foldForSearch(cleanLine(text)).split(' ').filter(Boolean)
  for (let at = 0; at < words.length;) {
    const found = longestName(words, at)
    if (found) spoken.add(found.language)
    else if (!passedOver.has(words[at] ?? '')) unknown.push(words[at] ?? '')
    at += found?.length ?? 1
  }
  // Of a whole sentence single words would be quoted, which says nothing.
  if (unknown.length > mostQuoted) throw peopleErrors.languagesUnreadable()
  if (unknown.length > 0 || spoken.size === 0)
    throw peopleErrors.languageUnknown({ text: asTyped(unknown, text) || cleanLine(text) })
  return [...spoken]
}

/** A language's name has no more words, nor do two languages that are not known. */
const mostQuoted = 3

/** Words in the letters in which they were typed. */
function asTyped(folded: readonly string[], text: string): string {
  const typed = cleanLine(text).split(/[\s,;/]+/)
  return folded.map((word) => typed.find((one) => foldForSearch(one) === word) ?? word).join(' ')
}

function longestName(words: readonly string[], at: number) {
  for (const length of [3, 2, 1]) {
    const language = byName().get(words.slice(at, at + length).join(' '))
    if (language && at + length <= words.length) return { language, length }
  }
  return undefined
}

/** Folded names in the four languages and in the language itself, codes and nicknames. */
function byName(): ReadonlyMap<string, SpokenLanguage> {
  names ??= new Map([
    ...spokenLanguages.flatMap((spoken) =>
      namesOf(spoken).map((name) => [foldForSearch(name), spoken] as const),
    ),
  ])
  return names
}

let names: ReadonlyMap<string, SpokenLanguage> | undefined

/** Codes that are also small words ("un poco de inglés", "az İngilizce") are left out. */
const namesOf = (spoken: SpokenLanguage): readonly string[] => [
  ...languages.map((language) => spokenLanguageName(spoken, language)),
  new Intl.DisplayNames(spoken, { type: 'language' }).of(spoken) ?? spoken,
  ...(['el', 'az', 'he', 'de'].includes(spoken) ? [] : [spoken]),
  ...(nicknames[spoken]?.split('|') ?? []),
]

const nicknames: Partial<Record<SpokenLanguage, string>> = {
  ar: 'arapca|arabic|arabe',
  az: 'azerice|azeri|azerbaycanca|azerbaycan turkcesi',
  ca: 'catalan|catala|valenciano',
  de: 'alemanca|aleman|deutsch|alm',
  en: 'ingilizce|ing|eng|ingles|english',
  es: 'ispanyolca|castellano|espagnol|castilian|isp|esp',
  eu: 'vasco|euskara|bask',
  fa: 'farsca|farsi|acemce',
  fr: 'fransizca|fra|frances',
  he: 'ivrit',
  ku: 'kurtce|kurmanci|kurmanji|sorani',
  nl: 'hollandaca|felemenkce|flamanca|flemish|holandes|hollandais|flamand|flamenco',
  pt: 'portekizce|brezilya portekizcesi|brazilian',
  ru: 'rusca',
  sr: 'sirpca|sirp',
  tr: 'turkce|turk|turkish|turco|turc',
  zh: 'mandarin|mandarin chinese|cince|chino mandarin',
}

/** Joints and words about how well somebody speaks, in the four languages. */
const passedOver = new Set(
  (
    've ile ana dil dili dilim iyi cok az biraz orta ileri seviye seviyede derecede duzeyde duzey baslangic akici temel ' +
    'anadil anadilim da de konusuyorum biliyorum and a little bit some very good fluent fluently native basic working ' +
    'intermediate advanced beginner level bit of my the in at also only just can i speak mother tongue y e o un poco de muy bien bueno buen nativo nativa medio ' +
    'basico alto nivel avanzado fluido hablo lengua materna et ou peu un tres bon bonne bien courant couramment natif ' +
    'notions langue maternelle d niveau intermediaire avance debutant je parle le l la a1 a2 b1 b2 c1 c2'
  ).split(' '),
)

const displayNames = Object.fromEntries(
  languages.map((language) => [language, new Intl.DisplayNames(language, { type: 'language' })]),
) as Record<Language, Intl.DisplayNames>
