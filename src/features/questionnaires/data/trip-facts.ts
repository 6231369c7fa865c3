import type { activities } from '../../activities/data/tables.ts'
import { readText, type Language, type LocalizedText } from '../../../shared/localized-text.ts'
import { isInSchengen } from '../../../shared/schengen.ts'
import type { KnownProfile } from '../domain/known-profile.ts'

/** What a look reads of the activity for which a form is answered. */
export type TripRow = Pick<
  typeof activities.$inferSelect,
  'code' | 'title' | 'city' | 'country' | 'startsOn' | 'endsOn' | 'workingLanguage'
>

/**
 * What is known of the activity under the names that a column `heyet_profile` has. Read anew at each look: when a trip moves,
 * what has been begun goes by the new days.
 */
export function tripFacts(trip: TripRow | null): KnownProfile {
  if (!trip) return {}
  const text = (localized: LocalizedText) =>
    readText(localized, (trip.workingLanguage as Language | null) ?? 'en')
  const [from, until] = [trip.startsOn.toString(), trip.endsOn.toString()]
  return {
    'trip.code': trip.code,
    'trip.title': text(trip.title),
    'trip.city': text(trip.city),
    'trip.country': trip.country,
    'trip.starts_on': from,
    'trip.ends_on': until,
    // Without these two days nothing is checked against the rules of the Schengen area.
    ...(isInSchengen(trip.country)
      ? { 'trip.schengen_enters_on': from, 'trip.schengen_leaves_on': until }
      : {}),
  }
}
