import {
  hasIdentityNumber,
  likelyPhoneCountries,
  proposePassportName,
  readCluster,
  readCountry,
  readEmail,
  readFreeText,
  readFullName,
  readPassportName,
  readPhone,
  readPosition,
  readSharedPhone,
  readSpokenLanguages,
  readTaxNumber,
  readYesOrNo,
  asCountry,
  peopleErrors,
  type Country,
} from '../../people/index.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Answers, FirmInTheMaking, StepName } from '../domain/application.ts'
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
  /** The name in the Telegram profile, which a tap confirms. */
  proposedName?: { givenNames: string; surname: string } | undefined
}

/** Nobody needs to tell it here, so it is not kept; a phone number may look like one, and a tax number says more. */
export function refuseIdentityNumber(text: string): void {
  if (hasIdentityNumber(text)) throw peopleErrors.identityNumber()
}

type SimpleStep = Exclude<StepName, 'firm'>

/** Reads an answer; a refusal says what was wrong and shows what is right. `firm` is read by its action: it searches. */
export function readAnswer(step: SimpleStep, raw: Raw, context: ReadingContext): Answers {
  if (raw.kind === 'contact' && step !== 'phone') throw activityErrors.textExpected()
  if (raw.kind === 'text' && step !== 'phone' && step !== 'firmTax') refuseIdentityNumber(raw.text)
  return readers[step](raw, context)
}

const words = (raw: Raw): string => {
  if (raw.kind === 'text') return raw.text
  if (raw.kind === 'choice') return raw.value
  throw activityErrors.textExpected()
}

const readers: Record<SimpleStep, (raw: Raw, context: ReadingContext) => Answers> = {
  notice: (raw) => {
    if (raw.kind === 'choice' || readYesOrNo(words(raw))) return { notice: true }
    throw activityErrors.chooseOne()
  },
  firmCountry: (raw, { answers }) => firm(answers, { country: readCountry(words(raw)) }),
  firmCity: (raw, { answers }) => firm(answers, { city: readFreeText(words(raw), { max: 60 }) }),
  firmCluster: (raw, { answers }) => firm(answers, { cluster: readCluster(words(raw)) }),
  firmTax: (raw, { answers }) =>
    firm(answers, {
      taxNumber: raw.kind === 'skip' ? null : taxNumber(words(raw), answers.newFirm?.country ?? null),
    }),
  name: readName,
  passport: readPassport,
  position: (raw) => ({ position: readPosition(words(raw)) }),
  phone: readPhoneAnswer,
  email: (raw) => ({ email: readEmail(words(raw)).address }),
  languages: readLanguages,
  interpreter: (raw) => ({ interpreter: readYesOrNo(words(raw)) }),
  wishes: (raw) => ({ wishes: raw.kind === 'skip' ? null : readFreeText(words(raw), { max: 400 }) }),
}

const firm = (answers: Answers, told: Partial<FirmInTheMaking>): Answers => ({
  newFirm: { name: '', ...answers.newFirm, ...told },
})

/** A tap confirms what was proposed; the name that was typed before goes first. */
function readName(raw: Raw, { answers, language, proposedName }: ReadingContext): Answers {
  if (raw.kind !== 'choice') return readFullName(words(raw), language)
  const { givenNames, surname } = answers
  const name = givenNames !== undefined && surname ? { givenNames, surname } : proposedName
  if (!name) throw activityErrors.answered()
  return name
}

function readPassport(raw: Raw, { answers }: ReadingContext): Answers {
  const name = { givenNames: answers.givenNames ?? '', surname: answers.surname ?? '' }
  if (raw.kind !== 'choice') return { passport: readPassportName(words(raw), name) }
  const passport = answers.passport ?? proposePassportName(name)
  if (!passport) throw activityErrors.answered()
  return { passport }
}

function taxNumber(text: string, country: string | null): string {
  // Somebody from Türkiye may have a firm elsewhere, and no firm has a person's number.
  if (hasIdentityNumber(text)) throw peopleErrors.taxIdentity()
  const reading = readTaxNumber(text, country)
  switch (reading.kind) {
    case 'read':
      return reading.value
    case 'identityNumber':
      throw peopleErrors.taxIdentity()
    case 'wrongLength':
      throw peopleErrors.taxLength()
    case 'wrongCheckDigit':
      throw peopleErrors.taxCheckDigit()
  }
}

function readPhoneAnswer(raw: Raw, { language, firmCountry }: ReadingContext): Answers {
  if (raw.kind === 'contact') {
    if (!raw.isOwn) throw peopleErrors.phoneOfSomebodyElse()
    return { phone: readSharedPhone(raw.phone).e164, isPhoneVerified: true }
  }
  const countries = likelyPhoneCountries({ firmCountry, language, homeCountry: asCountry('TR') ?? 'TR' })
  return { phone: readPhone(words(raw), countries).e164, isPhoneVerified: false }
}

/** A tap ticks (`+en`) or unticks (`-en`) one; `done` ends; a typed list counts as ticked and done. */
function readLanguages(raw: Raw, { answers }: ReadingContext): Answers {
  const ticked = answers.languages ?? []
  if (raw.kind === 'text')
    return { languages: [...new Set([...ticked, ...readSpokenLanguages(raw.text)])], isLanguagesDone: true }
  const value = words(raw)
  if (value === 'done') {
    if (ticked.length === 0) throw activityErrors.oneLanguage()
    return { languages: ticked, isLanguagesDone: true }
  }
  const [language] = readSpokenLanguages(value.slice(1))
  if (!language) throw activityErrors.oneLanguage()
  const others = ticked.filter((code) => code !== language)
  return { languages: value.startsWith('+') ? [...others, language] : others, isLanguagesDone: false }
}
