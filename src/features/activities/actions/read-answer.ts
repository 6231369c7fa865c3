import {
  likelyPhoneCountries,
  proposePassportName,
  readEmail,
  readFreeText,
  readFullName,
  readPassportName,
  readPhone,
  readPosition,
  readSharedPhone,
  readSpokenLanguages,
  readYesOrNo,
  respellForPassport,
  countryOfPhone,
  peopleErrors,
} from '../../people/index.ts'
import type { Country } from '../../../shared/countries.ts'
import { hasIdentityNumber } from '../../../shared/identity-number.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Answers, StepName } from '../domain/application.ts'
import { activityErrors } from '../domain/errors.ts'

/** What somebody sent: a tap, words, or a contact card. */
export type Raw =
  | { kind: 'choice'; value: string }
  | { kind: 'text'; text: string }
  | { kind: 'contact'; phone: string; isOwn: boolean }
  | { kind: 'skip' }

export interface ReadingContext {
  answers: Answers
  language: Language
  firmCountry?: Country | undefined
  /** A number of whoever is typing, which says where they are from. */
  knownPhone?: string | undefined
  /** Filled in by somebody else: whose phone it is typed on says nothing then. */
  isForColleague?: boolean
  /** The name in the Telegram profile, which a tap confirms. */
  proposedName?: { givenNames: string; surname: string } | undefined
}

/** Nobody needs to tell it here, so it is not kept; a phone number may look like one, and a tax number says more. */
export function refuseIdentityNumber(text: string): void {
  if (hasIdentityNumber(text)) throw peopleErrors.identityNumber()
}

/** The steps whose answer says everything: those about a firm look at the firms that are known. */
export type SimpleStep = Exclude<StepName, FirmStep>

export type FirmStep =
  'firm' | 'firmName' | 'firmCountry' | 'firmKnown' | 'firmCity' | 'firmCluster' | 'firmTax'

/** Reads an answer; a refusal says what was wrong and shows what is right. */
export function readAnswer(step: SimpleStep, raw: Raw, context: ReadingContext): Answers {
  if (raw.kind === 'contact' && step !== 'phone') throw activityErrors.textExpected()
  if (raw.kind === 'text' && step !== 'phone') refuseIdentityNumber(raw.text)
  return readers[step](raw, context)
}

/** What was typed, or what the button stands for. */
export const wordsOf = (raw: Raw): string => {
  if (raw.kind === 'text') return raw.text
  if (raw.kind === 'choice') return raw.value
  throw activityErrors.textExpected()
}

const readers: Record<SimpleStep, (raw: Raw, context: ReadingContext) => Answers> = {
  notice: (raw) => {
    if (raw.kind === 'choice' || readYesOrNo(wordsOf(raw))) return { notice: true }
    throw activityErrors.chooseOne()
  },
  name: readName,
  passport: readPassport,
  position: (raw) => ({ position: readPosition(wordsOf(raw)) }),
  phone: readPhoneAnswer,
  email: readEmailAnswer,
  languages: readLanguages,
  interpreter: (raw) => ({ interpreter: readYesOrNo(wordsOf(raw)) }),
  wishes: (raw) => ({ wishes: raw.kind === 'skip' ? null : readFreeText(wordsOf(raw), { max: 400 }) }),
}

/** A tap confirms what was proposed; the name that was typed before goes first. */
function readName(raw: Raw, { answers, language, proposedName }: ReadingContext): Answers {
  if (raw.kind !== 'choice') return readFullName(wordsOf(raw), language)
  const { givenNames, surname } = answers
  const name = givenNames !== undefined && surname ? { givenNames, surname } : proposedName
  if (!name) throw activityErrors.answered()
  return name
}

function readPassport(raw: Raw, { answers }: ReadingContext): Answers {
  const name = { givenNames: answers.givenNames ?? '', surname: answers.surname ?? '' }
  if (raw.kind !== 'choice') {
    // No passport has a Ş: what was typed so is spelt as passports do, and shown before it counts.
    const respelt = respellForPassport(wordsOf(raw))
    if (respelt) return { passportReading: readPassportName(respelt, name) }
    return { passport: readPassportName(wordsOf(raw), name), passportReading: undefined }
  }
  const passport = answers.passportReading ?? answers.passport ?? proposePassportName(name)
  if (!passport) throw activityErrors.answered()
  return { passport, passportReading: undefined }
}

/** An address whose domain looks mistyped is asked about. */
function readEmailAnswer(raw: Raw, { answers }: ReadingContext): Answers {
  const { emailReadings } = answers
  if (raw.kind === 'choice') {
    if (!emailReadings) throw activityErrors.answered()
    const email = raw.value === 'perhaps' ? emailReadings.perhaps : emailReadings.typed
    return { email, emailReadings: undefined }
  }
  const { address, perhaps } = readEmail(wordsOf(raw))
  if (perhaps) return { emailReadings: { perhaps, typed: address } }
  return { email: address, emailReadings: undefined }
}

function readPhoneAnswer(raw: Raw, context: ReadingContext): Answers {
  const { answers, language, firmCountry, knownPhone, isForColleague } = context
  if (raw.kind === 'contact') {
    if (isForColleague && raw.isOwn) throw activityErrors.ownPhone()
    if (isForColleague) return taken(readSharedPhone(raw.phone).e164)
    if (!raw.isOwn) throw peopleErrors.phoneOfSomebodyElse()
    return { phone: readSharedPhone(raw.phone).e164, isPhoneVerified: true, phoneReadings: undefined }
  }
  const { phone: known, phoneReadings: [asked, ...others] = [] } = answers
  const isConfirmed = asked !== undefined && others.length === 0 && isYes(wordsOf(raw))
  const chosen = isConfirmed ? asked : [asked, ...others].find((number) => number === wordsOf(raw))
  if (chosen) return taken(chosen)
  const phoneCountry = countryOfPhone(known ?? knownPhone ?? '')
  const reading = readPhone(
    wordsOf(raw),
    likelyPhoneCountries({ firmCountry, phoneCountry, language, homeCountry: 'TR' }),
  )
  if (reading.kind === 'read') return taken(reading.phone.e164)
  return { phoneReadings: reading.phones.map(({ e164 }) => e164) }
}

const taken = (phone: string): Answers => ({ phone, isPhoneVerified: false, phoneReadings: undefined })

function isYes(text: string): boolean {
  try {
    return readYesOrNo(text)
  } catch {
    return false
  }
}

/** A tap ticks (`+en`) or unticks (`-en`) one; `done` ends; a typed list counts as ticked and done. */
function readLanguages(raw: Raw, { answers }: ReadingContext): Answers {
  const ticked = answers.languages ?? []
  if (raw.kind === 'text')
    return { languages: [...new Set([...ticked, ...readSpokenLanguages(raw.text)])], isLanguagesDone: true }
  const value = wordsOf(raw)
  if (value === 'done') {
    if (ticked.length === 0) throw activityErrors.oneLanguage()
    return { languages: ticked, isLanguagesDone: true }
  }
  const [language] = readSpokenLanguages(value.slice(1))
  if (!language) throw activityErrors.oneLanguage()
  const others = ticked.filter((code) => code !== language)
  return { languages: value.startsWith('+') ? [...others, language] : others, isLanguagesDone: false }
}
