import { cleanLine } from '../../../shared/clean-text.ts'
import { DomainError } from '../../../shared/domain-error.ts'

/** What can be wrong with what somebody says about a person. Each has its sentence in `locales/<language>/people.json`. */
export const peopleErrors = {
  nameMissing: () => new DomainError('people:errors.nameMissing'),
  nameTooLong: (limit: { max: number }) => new DomainError('people:errors.nameTooLong', limit),
  nameWithoutLetters: () => new DomainError('people:errors.nameWithoutLetters'),
  /** "Emma Wilson (export)": what stands aside is no name. */
  nameAside: () => new DomainError('people:errors.nameAside'),
  surnameMissing: () => new DomainError('people:errors.surnameMissing'),

  passportNameMissing: () => new DomainError('people:errors.passportNameMissing'),
  passportNameLetters: ({ found, suggestion }: { found: string; suggestion: string }) =>
    new DomainError('people:errors.passportNameLetters', {
      found: quoted(found),
      suggestion: quoted(suggestion),
    }),
  passportNameTooLong: (limit: { max: number }) =>
    new DomainError('people:errors.passportNameTooLong', limit),

  phoneUnreadable: () => new DomainError('people:errors.phoneUnreadable'),
  phoneTooShort: () => new DomainError('people:errors.phoneTooShort'),
  phoneTooLong: () => new DomainError('people:errors.phoneTooLong'),
  phoneCountryUnknown: () => new DomainError('people:errors.phoneCountryUnknown'),
  phoneNotInUse: () => new DomainError('people:errors.phoneNotInUse'),
  phoneOfSomebodyElse: () => new DomainError('people:errors.phoneOfSomebodyElse'),

  emailMissing: () => new DomainError('people:errors.emailMissing'),
  emailUnreadable: () => new DomainError('people:errors.emailUnreadable'),
  emailTooLong: (limit: { max: number }) => new DomainError('people:errors.emailTooLong', limit),

  textMissing: () => new DomainError('people:errors.textMissing'),
  textTooLong: (size: { length: number; max: number }) => new DomainError('people:errors.textTooLong', size),
  positionMissing: () => new DomainError('people:errors.positionMissing'),
  positionTooLong: (limit: { max: number }) => new DomainError('people:errors.positionTooLong', limit),

  linksUnused: (open: { count: number }) => new DomainError('people:errors.linksUnused', open),
  firmNameShort: () => new DomainError('people:errors.firmNameShort'),
  identityNumber: () => new DomainError('people:errors.identityNumber'),
  taxIdentity: () => new DomainError('people:errors.taxIdentity'),
  taxLength: () => new DomainError('people:errors.taxLength'),
  taxCheckDigit: () => new DomainError('people:errors.taxCheckDigit'),

  languagesUnreadable: () => new DomainError('people:errors.languagesUnreadable'),
  languageUnknown: ({ text }: { text: string }) =>
    new DomainError('people:errors.languageUnknown', { text: quoted(text) }),
  countryUnknown: ({ text }: { text: string }) =>
    new DomainError('people:errors.countryUnknown', { text: quoted(text) }),
  clusterUnknown: () => new DomainError('people:errors.clusterUnknown'),
  yesOrNoUnclear: () => new DomainError('people:errors.yesOrNoUnclear'),
  timeZoneUnknown: ({ text }: { text: string }) =>
    new DomainError('people:errors.timeZoneUnknown', { text: quoted(text) }),
}

/** What somebody typed is repeated to them, but never so much of it that the answer grows too long to be sent. */
function quoted(typed: string): string {
  const text = cleanLine(typed)
  return text.length > 40 ? `${text.slice(0, 39).toWellFormed()}…` : text
}
