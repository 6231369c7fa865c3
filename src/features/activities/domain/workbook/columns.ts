import {
  choice,
  country,
  languageMeanings,
  spokenLanguages,
  yesNo,
} from '../../../../shared/tables/choice-cells.ts'
import { localized, required, type Columns } from '../../../../shared/tables/columns.ts'
import { day, dayAndTime, dayMaybeTime, moment } from '../../../../shared/tables/moment-cells.ts'
import {
  email,
  list,
  patterned,
  phone,
  text,
  webAddress,
  wholeNumber,
} from '../../../../shared/tables/text-cells.ts'
import { appliesIf } from './applies-if.ts'
import { applicationNumber, audience, reminderMinutes } from './audience-cells.ts'
import * as words from './meanings.ts'
import { mapPoint, timeZone } from './place-cells.ts'

const formId = patterned(/^[\p{L}_][\p{L}\p{N}_.-]*$/u, 'E_ID', 64)

/** The keys of the sheet `activity`. */
export const activityColumns = {
  code: required(patterned(/^[A-Z0-9-]{1,20}$/, 'E_CODE'), 'BCN-2026'),
  kind: required(choice(words.activityKinds), 'trade_delegation'),
  title: required(localized(150), 'Barcelona, rail systems'),
  description: localized(3000),
  country,
  city: required(localized(80), 'Barcelona'),
  time_zone: required(timeZone, 'Europe/Madrid'),
  starts_on: required(day, '2026-12-10'),
  ends_on: required(day, '2026-12-13'),
  capacity: wholeNumber(1, 100_000),
  minimum: wholeNumber(1, 100_000),
  per_firm: wholeNumber(1, 1_000),
  supported_per_firm: wholeNumber(0, 1_000),
  approval: choice(words.approvals),
  applications_close_at: dayAndTime,
  decision_on: day,
  confirm_by: day,
  withdraw_until: day,
  name_change_until: day,
  offer_hours: wholeNumber(1, 720),
  project: text(60),
  funding: choice(words.fundings),
  funding_notice: localized(600),
  fee: localized(300),
  partners: list(600),
  working_language: choice(languageMeanings),
  application_form: formId,
  logistics_form: formId,
  survey_form: formId,
  results_form: formId,
  duty_phone: phone,
} satisfies Columns

/** The columns of the sheet `itinerary`. */
export const itineraryColumns = {
  id: patterned(/^[\p{L}\p{N}._-]{1,40}$/u, 'E_ID', 40),
  kind: required(choice(words.itemKinds), 'visit'),
  date: day,
  start: moment,
  end: moment,
  end_date: day,
  start_zone: timeZone,
  end_zone: timeZone,
  start_city: localized(80),
  end_city: localized(80),
  title: required(localized(150), 'Barcelona Chamber of Commerce'),
  place: localized(200),
  address: text(200),
  map: mapPoint,
  audience,
  mandatory: yesNo,
  status: choice(words.itemStatuses),
  transport: text(60),
  terminal: text(60),
  host: text(120),
  contact_name: text(120),
  contact_phone: phone,
  responsible: text(120),
  interpreter: text(120),
  dress: localized(200),
  bring: localized(300),
  notes: localized(1000),
  online_url: webAddress,
  remind: reminderMinutes,
} satisfies Columns

/** The columns of the sheet `participants`. */
export const participantColumns = {
  application: applicationNumber,
  name: text(120),
  firm: text(200),
  phone,
  email,
  role: choice(words.seatRoles),
  side: choice(words.sides),
  bus: text(20),
  hotel: text(120),
  room: text(20),
  roommate: text(120),
  interpreter: text(120),
  group1: text(40),
  group2: text(40),
  group3: text(40),
  group4: text(40),
  group5: text(40),
  flight_out: text(60),
  flight_back: text(60),
} satisfies Columns

/** The columns of the sheet `documents`. */
export const documentColumns = {
  code: required(patterned(/^[\p{L}\p{N}._-]{1,40}$/u, 'E_ID', 40), 'passport'),
  title: required(localized(200), 'Passport'),
  applies_if: appliesIf,
  mandatory: yesNo,
  due: day,
  proof: choice(words.proofs),
  rule: localized(600),
  rule_source: text(300),
  rule_checked_on: day,
} satisfies Columns

/** The columns of the sheet `team`. */
export const teamColumns = {
  name: required(text(120), 'Elif Demir'),
  role: text(80),
  phone,
  languages: spokenLanguages,
  on_duty_from: dayMaybeTime,
  on_duty_to: dayMaybeTime,
  bus: text(20),
} satisfies Columns

/** The columns of the sheet `faq`. */
export const faqColumns = {
  question: required(localized(300), 'Which plug do I need?'),
  answer: required(localized(2000), 'The same as in Türkiye: type F.'),
  keywords: localized(300),
} satisfies Columns

/** The sheets of an activity workbook, in the order of the template. */
export const sheetColumns = {
  activity: activityColumns,
  itinerary: itineraryColumns,
  participants: participantColumns,
  documents: documentColumns,
  team: teamColumns,
  faq: faqColumns,
} as const

export type SheetName = keyof typeof sheetColumns

export const sheetNames = Object.keys(sheetColumns) as SheetName[]
