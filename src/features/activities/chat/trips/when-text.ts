import { formatDayRange } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Activity } from '../../domain/activity.ts'

/** "10 December 2026, 09:30–17:00"; of several days the hours are those of each. */
export function whenText(
  words: Words,
  { startsOn, endsOn, hours }: Pick<Activity, 'startsOn' | 'endsOn' | 'hours'>,
): string {
  const days = formatDayRange(startsOn, endsOn, words.language)
  if (hours === null) return days
  const key = startsOn.equals(endsOn) ? 'activities:when.hours' : 'activities:when.eachDay'
  return words.plain(key, { days, hours: hoursText(words, hours) })
}

/** "09:30–17:00"; Turkish writes a hyphen between two numbers. */
export const hoursText = ({ language }: Words, hours: string): string =>
  language === 'tr' ? hours : hours.replace('-', '–')
