import { foldForSearch } from '../../../shared/search-folding.ts'
import { cityZones } from './city-zones.ts'
import { asCountry, countries, findCountries, type Country } from '../../../shared/countries.ts'
import { mostMet } from './countries.ts'
import { peopleErrors } from './errors.ts'
import { countryOfPhone } from './phone.ts'
import { citiesOfZone, cityInZone } from './zone-names.ts'

/** Where somebody's day is counted, or between which zones they have to say. */
export type HomeZone =
  { kind: 'known'; timeZone: string } | { kind: 'ask'; timeZones: readonly [string, string, ...string[]] }

/**
 * The zone of the phone's country; where a country has several, they are asked for, the firm's own first. Without a
 * country of the phone the firm's city tells, else `home`.
 */
export function homeZone(known: {
  phoneCountry?: Country | undefined
  firmCountry?: Country | undefined
  firmCity?: string | undefined
  home: string
}): HomeZone {
  const firmZone = known.firmCountry && zoneOfCity(known.firmCountry, known.firmCity ?? '')
  const [first, second, ...others] = known.phoneCountry ? zonesOfCountry(known.phoneCountry) : []
  if (first && second) return { kind: 'ask', timeZones: withFirst([first, second, ...others], firmZone) }
  return { kind: 'known', timeZone: first ?? firmZone ?? known.home }
}

/** The zone that is most likely somebody's as long as they have not said it themselves. */
export function likelyHomeZone(
  phone: string | null,
  firm: { country: string; city: string | null } | null,
  home: string,
): string {
  const found = homeZone({
    phoneCountry: phone === null ? undefined : countryOfPhone(phone),
    firmCountry: asCountry(firm?.country ?? ''),
    firmCity: firm?.city ?? undefined,
    home,
  })
  return found.kind === 'known' ? found.timeZone : found.timeZones[0]
}

/** The zones of a country that differ from each other in some season, the one of its capital first. */
export function zonesOfCountry(country: Country): readonly string[] {
  const known = zonesKnown.get(country) ?? zonesIn(country)
  zonesKnown.set(country, known)
  return known
}

/** Looking them up takes half a millisecond, and a programme is planned for thousands of people at once. */
const zonesKnown = new Map<Country, readonly string[]>()

function zonesIn(country: Country): readonly string[] {
  const zones = withoutData[country] ?? new Intl.Locale(`und-${country}`).getTimeZones() ?? []
  const byOffset = new Map<string, string>()
  for (const zone of zones.toSorted((a, b) => rank(a) - rank(b)))
    if (!byOffset.has(offsetsOf(zone))) byOffset.set(offsetsOf(zone), modern[zone] ?? zone)
  return [...byOffset.values()]
}

export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name.includes('/')
  } catch {
    return false
  }
}

/** The country that a zone belongs to; of several the one that the chambers meet most. */
export const countryOfZone = (timeZone: string): Country | undefined =>
  [...mostMet, ...countries].find((country) =>
    new Intl.Locale(`und-${country}`).getTimeZones()?.includes(timeZone),
  )

/** The zone of a city: its country's only one, or the one that bears its name; `undefined` when that does not tell. */
export function zoneOfCity(country: Country, city: string): string | undefined {
  const zones = zonesOfCountry(country)
  if (zones.length < 2) return zones[0]
  const folded = foldForSearch(city)
  const named = new Intl.Locale(`und-${country}`).getTimeZones()?.find((zone) => cityOf(zone) === folded)
  return named ? zones.find((zone) => offsetsOf(zone) === offsetsOf(named)) : cityZones[country]?.[folded]
}

/** Reads a typed city, country or zone: "İstanbul", "Spain" is refused (two zones), "Europe/Madrid", "Almanya". */
export function readTimeZone(text: string): string {
  const folded = foldForSearch(text)
  const zone = Intl.supportedValuesOf('timeZone').find(
    (name) =>
      foldForSearch(name) === folded || isCalled(name, folded) || isCalled(modern[name] ?? name, folded),
  )
  const known = zone ?? Object.values(cityZones).find((byCity) => byCity[folded])?.[folded]
  if (known) return modern[known] ?? known
  const [country, ...otherCountries] = findCountries(text)
  const [only, ...more] = country && otherCountries.length === 0 ? zonesOfCountry(country) : []
  if (!only || more.length > 0) throw peopleErrors.timeZoneUnknown({ text })
  return only
}

const cityOf = (zone: string) => foldForSearch(cityInZone(zone))

const isCalled = (zone: string, folded: string) =>
  citiesOfZone(zone).some((city) => foldForSearch(city) === folded)

function withFirst(
  zones: [string, string, ...string[]],
  first: string | undefined,
): [string, string, ...string[]] {
  if (!first || !zones.includes(first)) return zones
  const [second = zones[1], ...others] = zones.filter((zone) => zone !== first)
  return [first, second, ...others]
}

/** Two zones are one to people if they agree in winter and in summer. */
const offsetsOf = (zone: string): string =>
  ['2026-01-15T12:00Z', '2026-07-15T12:00Z']
    .map((moment) => Temporal.Instant.from(moment).toZonedDateTimeISO(zone).offset)
    .join()

const rank = (zone: string): number => bestKnown.indexOf(zone) + 1 || bestKnown.length + 1

/** The names that people know a zone by; a country's capital comes before its other cities. */
const bestKnown: readonly string[] = [
  ...['Europe/Madrid', 'Europe/Lisbon', 'Europe/Moscow', 'Europe/Kiev', 'Europe/Berlin', 'Asia/Tashkent'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Anchorage'],
  ...['America/Toronto', 'America/Vancouver', 'America/Edmonton', 'America/Winnipeg', 'America/Halifax'],
  ...['America/Sao_Paulo', 'America/Manaus', 'America/Mexico_City', 'America/Tijuana', 'America/Santiago'],
  ...[
    'America/Guayaquil',
    'America/Buenos_Aires',
    'Asia/Nicosia',
    'Australia/Sydney',
    'Australia/Brisbane',
    'Australia/Perth',
    'Pacific/Auckland',
  ],
  ...[
    'Asia/Shanghai',
    'Asia/Jakarta',
    'Asia/Ulaanbaatar',
    'Africa/Kinshasa',
    'Europe/Samara',
    'Asia/Novosibirsk',
  ],
  ...['America/Godthab', 'Pacific/Tahiti', 'Pacific/Port_Moresby', 'Pacific/Tarawa', 'Asia/Vladivostok'],
]

/** Today's names of zones that the data still lists under an old one. */
const modern: Readonly<Record<string, string>> = {
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
}

const withoutData: Partial<Record<Country, string[]>> = { XK: ['Europe/Belgrade'] }
