import { capitalise } from '../../../shared/capitals.ts'
import { cleanLine, lengthOf } from '../../../shared/clean-text.ts'
import { isolated } from '../../../shared/isolated.ts'
import type { Language } from '../../../shared/localized-text.ts'
import { peopleErrors } from './errors.ts'

/** What somebody is called, as they write it. `surname` is empty for people who use one name. */
export interface PersonName {
  givenNames: string
  surname: string
}

const longestName = 120

/** The name in a Telegram profile; `undefined` when there is none in it, as with emoji only. */
export function nameFromTelegram(
  profile: { firstName: string; lastName?: string | undefined },
  language: Language,
): PersonName | undefined {
  const first = lettersOnly(profile.firstName)
  const last = lettersOnly(profile.lastName ?? '')
  if (!first && !last) return undefined
  if (!first || !last) return split(tidy(first || last, language), language)
  return { givenNames: tidy(first, language), surname: tidy(last, language) }
}

/** Reads a typed full name: "Ayşe Yılmaz", "Yılmaz, Ayşe", "Claire MARTIN DUPONT", "Carlos de la Fuente Gil". */
export function readFullName(text: string, language: Language): PersonName {
  if (!cleanLine(text)) throw peopleErrors.nameMissing()
  const written = lettersOnly(text, ',')
  // The letters of an e-mail address would make a name that nobody has.
  if (!/\p{L}/u.test(written) || /\S@\S/.test(text)) throw peopleErrors.nameWithoutLetters()
  if (/[(\[{].*\p{L}/u.test(text)) throw peopleErrors.nameAside()
  if (lengthOf(written) > longestName) throw peopleErrors.nameTooLong({ max: longestName })
  const name =
    splitAtComma(written, language) ?? split(tidy(written.replaceAll(',', ' '), language), language)
  if (!name.surname) throw peopleErrors.surnameMissing()
  return name
}

/** "Ayşe Yılmaz"; a name written from right to left is wrapped, so that it does not shuffle the text around it. */
export function fullName({ givenNames, surname }: PersonName): string {
  return isolated([givenNames, surname].filter(Boolean).join(' '))
}

/** How a message to this person begins: "Sayın Ad Soyad,", "Hello Name,", "Hola, Nombre:", "Bonjour Prénom Nom,". */
export function salutation(name: PersonName | undefined, language: Language): string {
  return name ? salutations[language].of(name) : salutations[language].nameless
}

const salutations: Record<Language, { of: (name: PersonName) => string; nameless: string }> = {
  tr: { of: (name) => `Sayın ${fullName(name)},`, nameless: 'Merhaba,' },
  en: { of: (name) => `Hello ${calledBy(name)},`, nameless: 'Hello,' },
  es: { of: (name) => `Hola, ${calledBy(name)}:`, nameless: 'Hola:' },
  fr: { of: (name) => `Bonjour ${fullName(name)},`, nameless: 'Bonjour,' },
}

const calledBy = ({ givenNames, surname }: PersonName) =>
  fullName({ givenNames: givenNames || surname, surname: '' })

/** Keeps letters, hyphens, apostrophes and dots; decorated letters become plain ones, the rest was decoration. */
const lettersOnly = (text: string, alsoKept = ''): string =>
  cleanLine(
    cleanLine(text)
      .normalize('NFKC')
      .replace(new RegExp(`[^\\p{L}\\p{M}'’.${alsoKept} -]`, 'gu'), ' ')
      .replace(/(?<!\p{L})[-'’.\p{M}]+(?!\p{L})/gu, ' ')
      .replace(/(?<=\s|^)[-'’.]+/g, ''),
  )

/** "ibrahim ışık" was typed in haste; any capital in it says that the person has chosen their letters. */
const tidy = (name: string, language: Language): string =>
  name === name.toLowerCase()
    ? name.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
        particles.has(word) ? word : capitalise(word, language),
      )
    : name

function splitAtComma(name: string, language: Language): PersonName | undefined {
  const [surname, givenNames, ...more] = name.split(',').map((part) => tidy(cleanLine(part), language))
  return surname && givenNames && more.length === 0 ? { givenNames, surname } : undefined
}

function split(name: string, language: Language): PersonName {
  const words = cleanLine(name).split(' ')
  const inCapitals = words.filter((word) => isCapitals(word))
  if (inCapitals.length > 0 && inCapitals.length < words.length)
    return { givenNames: words.filter((word) => !isCapitals(word)).join(' '), surname: inCapitals.join(' ') }
  const start = surnameStart(words, language)
  return { givenNames: words.slice(0, start).join(' '), surname: words.slice(start).join(' ') }
}

const isCapitals = (word: string) => /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word)

/** Spanish people have two surnames, everybody else one; particles ("de la", "van") belong to what follows them. */
function surnameStart(words: readonly string[], language: Language): number {
  const particle = words.findIndex((word, index) => index > 0 && particles.has(word.toLowerCase()))
  const surnames = language === 'es' && words.length > 2 ? 2 : 1
  const counted = Math.max(1, words.length - surnames)
  return particle > 0 ? Math.min(particle, counted) : counted
}

const particles = new Set(
  'de del la las los le du des da das do dos di della van der den von zu bin ibn el al'.split(' '),
)
