/** What other rooms may use of this one's nouns and rules. */
export { thingOf } from './audited.ts'
export { offeredCountries, readCountry } from './countries.ts'
export type { SeatedOn } from './consents.ts'
export { clusters, readCluster, type Cluster } from './cluster.ts'
export { readEmail } from './email.ts'
export { peopleErrors } from './errors.ts'
export type { Firm, NewFirm } from './firm.ts'
export { firmFrom, planFirm, type FirmPlan } from './firm-list/plan-firm.ts'
export { findFirmSheet, readFirmList, type FirmList, type FirmRow } from './firm-list/read-firm-list.ts'
export { firmListTemplate } from './firm-list/template.ts'
export { readFirmName } from './firm-name.ts'
export { readFreeText } from './free-text.ts'
export { greetingOf } from './greeting.ts'
export { likelyHomeZone } from './home-zone.ts'
export {
  passportLine,
  proposePassportName,
  readPassportName,
  respellForPassport,
  type PassportName,
} from './passport-name.ts'
export { displayName, type Person } from './person.ts'
export { fullName, nameFromTelegram, readFullName } from './person-name.ts'
export { countryOfPhone, formatPhone, likelyPhoneCountries, readPhone, readSharedPhone } from './phone.ts'
export { readPosition } from './position.ts'
export { mayDo, reachOf, type Reach, type Action } from './rights.ts'
export type { Grant } from './roles.ts'
export { readSpokenLanguages, spokenLanguageName, spokenLanguages } from './spoken-languages.ts'
export { readTaxNumber } from './tax-number.ts'
export type { Forgets, Gone } from './retention.ts'
export { readYesOrNo } from './yes-no.ts'
export { cityOfZone } from './zone-names.ts'
