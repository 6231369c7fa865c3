type At = Temporal.PlainDateTime

const padded = (value: number, length = 2): string => String(value).padStart(length, '0')

/** The letters of the ODK reference. */
const letters: Readonly<Record<string, (at: At, language: string) => string>> = {
  '%Y': (at) => padded(at.year, 4),
  '%y': (at) => padded(at.year % 100),
  '%m': (at) => padded(at.month),
  '%n': (at) => String(at.month),
  '%b': (at, language) => word(at, language, 'month'),
  '%d': (at) => padded(at.day),
  '%e': (at) => String(at.day),
  '%a': (at, language) => word(at, language, 'weekday'),
  '%H': (at) => padded(at.hour),
  '%h': (at) => String(at.hour),
  '%M': (at) => padded(at.minute),
  '%S': (at) => padded(at.second),
  '%3': (at) => padded(at.millisecond, 3),
}

/** `%e %b %Y` → `15 Mar 2026`, months and days in the reader's language. */
export const formatMoment = (at: At, pattern: string, language: string): string =>
  pattern.replace(/%./g, (letter) => letters[letter]?.(at, language) ?? letter)

const words = new Map<string, string>()

/** Asked of Intl once per word: it is slow to begin. */
function word(at: At, language: string, part: 'month' | 'weekday'): string {
  const key = `${language} ${part} ${part === 'month' ? at.month : at.dayOfWeek}`
  const known = words.get(key)
  if (known !== undefined) return known
  const found = at.toPlainDate().toLocaleString(language, { [part]: 'short' })
  words.set(key, found)
  return found
}
