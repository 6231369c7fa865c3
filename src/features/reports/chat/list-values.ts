import { formatDate } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { asCountry, countryName } from '../../../shared/countries.ts'
import type { CellValue } from '../../../shared/spreadsheet.ts'
import type { Activity } from '../../activities/index.ts'
import { clusters, formatPhone, spokenLanguageName, spokenLanguages } from '../../people/index.ts'
import type { Listed } from '../domain/listed.ts'
import type { ColumnName } from '../domain/purposes.ts'

type Value = CellValue | null

/** What stands under each column of a list, in the words of the language it is written in. */
export const valueOf = (words: Words, activity: Activity, column: ColumnName, listed: Listed): Value =>
  values[column](listed, words, activity)

const values: Readonly<Record<ColumnName, (listed: Listed, words: Words, activity: Activity) => Value>> = {
  reference: ({ reference }) => reference,
  name: ({ name }) => name,
  // Who has not confirmed a spelling is on the list all the same, by the name they are called.
  surname: ({ passportSurname, name }) => passportSurname ?? name,
  givenNames: ({ passportGivenNames }) => passportGivenNames,
  firm: ({ firm }) => firm,
  position: ({ position }) => position,
  city: ({ firmCity }) => firmCity,
  country: ({ firmCountry }, words) => countryIn(words, firmCountry),
  cluster: ({ cluster }, words) => clusterIn(words, cluster),
  languages: ({ spokenLanguages: spoken }, words) => languagesIn(words, spoken),
  // A host firm gets them only from whoever has consented to it.
  phone: ({ phone, consents }) =>
    phone !== null && consents.includes('contact_exchange') ? formatPhone(phone) : null,
  email: ({ email, consents }) => (consents.includes('contact_exchange') ? email : null),
  role: ({ role }, words) => roleIn(words, role),
  bus: ({ bus }) => bus,
  groups: ({ groups }) => groups.join(', ') || null,
  interpreter: ({ interpreter }) => interpreter,
  hotel: ({ hotel }) => hotel,
  room: ({ room }) => room,
  roommate: ({ roommate }) => roommate,
  wishedRoom: told('room'),
  wishedRoommate: told('room_with'),
  arrives: ({ told: said }, _, { startsOn }) => ({
    date: said.get('own_arrival_day')?.value ?? startsOn.toString(),
  }),
  leaves: (_listed, _words, { endsOn }) => ({ date: endsOn.toString() }),
  extraNights: told('extra_nights'),
  flightOut: ({ flightOut }) => flightOut,
  flightBack: ({ flightBack }) => flightBack,
  boardingPoint: told('boarding_point'),
  passportType: told('passport_type'),
  passportExpires: ({ told: said }, words) => expiry(words, said),
  visa: ({ told: said }, words) =>
    said.get('needs_visa')?.value === '0'
      ? words.plain('reports:visa.notNeeded')
      : (said.get('visa_state')?.shown(words.language) ?? null),
  visaUntil: ({ told: said }) => dateOf(said.get('visa_until')?.value),
  insurance: told('insurance'),
  nationality: () => null,
  birthDate: () => null,
  passportNumber: () => null,
}

function told(question: string) {
  return ({ told: said }: Listed, words: Words): Value => said.get(question)?.shown(words.language) ?? null
}

const dateOf = (value: string | undefined): Value =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { date: value } : null

/** The day where it was needed, else the month that was asked for. */
function expiry({ language }: Words, said: Listed['told']): Value {
  const day = said.get('passport_expiry_date')?.value
  if (day) return dateOf(day)
  const month = said.get('passport_expiry_month')?.value
  if (!month) return null
  const written = formatDate(Temporal.PlainDate.from(month), language)
  return written.replace(/^\S+\s+(de\s+)?/, '')
}

function countryIn({ language }: Words, code: string | null): Value {
  const country = code === null ? undefined : asCountry(code)
  return country ? countryName(country, language) : code
}

function clusterIn(words: Words, name: string | null): Value {
  const cluster = clusters.find((one) => one === name)
  return cluster ? words.plain(`people:cluster.${cluster}`) : null
}

const languagesIn = ({ language }: Words, spoken: readonly string[]): Value =>
  spokenLanguages
    .filter((one) => spoken.includes(one))
    .map((one) => spokenLanguageName(one, language))
    .join(', ') || null

const roles = ['delegate', 'buyer', 'host_firm', 'official', 'staff', 'interpreter', 'press'] as const

function roleIn(words: Words, name: string | null): Value {
  const role = roles.find((one) => one === name)
  return role ? words.plain(`reports:role.${role}`) : name
}
