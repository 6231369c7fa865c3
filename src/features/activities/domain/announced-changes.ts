import { languages, type Language } from '../../../shared/localized-text.ts'
import { cityOf, type Activity } from './activity.ts'

/** An activity before and after a change, as far as people arrange their days by it. */
export type When = Pick<Activity, 'startsOn' | 'endsOn' | 'hours' | 'city' | 'workingLanguage'>

export const hasOtherDays = (before: When, after: When): boolean =>
  !before.startsOn.equals(after.startsOn) || !before.endsOn.equals(after.endsOn)

export const hasOtherHours = (before: When, after: When): boolean => before.hours !== after.hours

/** A place that is only spelt out in one more language is the same to those who read another one. */
export const hasOtherPlace = (before: When, after: When, language: Language): boolean =>
  cityOf(before, language) !== cityOf(after, language)

/** Whether people have to be told. */
export const isMoved = (before: When, after: When): boolean =>
  hasOtherDays(before, after) ||
  hasOtherHours(before, after) ||
  languages.some((language) => hasOtherPlace(before, after, language))

type Room = Pick<Activity, 'capacity' | 'perFirm' | 'approval'>

/** Whether somebody who waits could have a seat now, or could have it without anybody's word. */
export function hasMoreRoom(before: Room, after: Room): boolean {
  const isMore = (old: number | null, next: number | null) => old !== null && (next === null || next > old)
  if (before.approval !== after.approval && after.approval === 'automatic') return true
  return isMore(before.capacity, after.capacity) || isMore(before.perFirm, after.perFirm)
}
