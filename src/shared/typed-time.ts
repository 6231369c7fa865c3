import { asciiDigits } from './ascii-digits.ts'
import { cleanLine } from './clean-text.ts'
import { foldForSearch } from './search-folding.ts'

type Time = Temporal.PlainTime

/** What a typed time of day can mean; "4:30" may be in the night or in the afternoon. */
export type TimeReading =
  | { kind: 'time'; time: Time }
  | { kind: 'ambiguous'; readings: readonly [Time, Time] }
  | { kind: 'unreadable' }

/**
 * Reads "16:00", "16.30", "16h30", "1630", "4 pm", "saat 16", "8 buçuk", "a las 4 de la tarde", "midi", in any of the
 * four languages. Hours from 1 to 6 without a zero in front or a time of day are asked about.
 */
export function readTime(text: string): TimeReading {
  const written = asciiDigits(cleanLine(text))
  const folded = foldForSearch(written.replace(/([ap])\.\s?m\.?/gi, '$1m'))
  const named = namedTimes.get(folded)
  if (named) return { kind: 'time', time: Temporal.PlainTime.from(named) }
  const words = folded.replace(/(\d)([a-z])/g, '$1 $2').replace(/([a-z])(\d)/g, '$1 $2')
  const digits = /^(\d{1,2})(?: ?h(?:s|rs)?)?(?: (\d{2})(?: ?(?:h|hs|hrs|min))?)?$/.exec(clockOf(words))
  const hour = Number(digits?.[1])
  const minute = isHalf.test(words) ? 30 : Number(digits?.[2] ?? 0)
  if (!digits || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return { kind: 'unreadable' }
  const wasWrittenFull = digits[1]?.length === 2
  return reading({ hour: hour % 24, minute }, { words, wasWrittenFull })
}

function reading(
  at: { hour: number; minute: number },
  how: { words: string; wasWrittenFull: boolean },
): TimeReading {
  const { hour } = at
  const isMorning = morning.test(how.words)
  const isAfternoon = afternoon.test(how.words)
  if ((isMorning || isAfternoon) && hour > 12) return isAfternoon ? timeAt(at) : { kind: 'unreadable' }
  if (isMorning) return timeAt({ ...at, hour: hour % 12 })
  if (isAfternoon) return timeAt({ ...at, hour: (hour % 12) + 12 })
  if (how.wasWrittenFull || hour < 1 || hour > 6) return timeAt(at)
  const later = { ...at, hour: hour + 12 }
  return { kind: 'ambiguous', readings: [Temporal.PlainTime.from(at), Temporal.PlainTime.from(later)] }
}

const timeAt = (at: { hour: number; minute: number }): TimeReading => ({
  kind: 'time',
  time: Temporal.PlainTime.from(at),
})

/** The digits, without the words around them; four digits together are hours and minutes. */
const clockOf = (words: string): string =>
  words
    .replace(morning, ' ')
    .replace(afternoon, ' ')
    .replace(isHalf, ' ')
    .replace(
      /\b(saat|saati|at|o clock|oclock|a las|a la|las|a|heures|heure|horas|hora|hours|uhr|de|da|ta|te|den)\b/g,
      ' ',
    )
    .replace(/ +/g, ' ')
    .trim()
    .replace(/^(\d{2})(\d{2})$/, '$1 $2')

const morning = /\b(am|sabah|sabahleyin|de la manana|de la madrugada|du matin|in the morning)\b/
const afternoon =
  /\b(pm|ogleden sonra|aksam|aksamustu|de la tarde|de la noche|de l apres midi|du soir|in the afternoon|in the evening)\b/
const isHalf = /\b(bucuk|y media|et demie?)\b/

const namedTimes: ReadonlyMap<string, string> = new Map([
  ...['noon', 'midday', 'öğlen', 'öğle', 'mediodía', 'al mediodía', 'midi', 'à midi'].map(
    (name) => [foldForSearch(name), '12:00'] as const,
  ),
  ...['midnight', 'gece yarısı', 'medianoche', 'minuit', 'à minuit'].map(
    (name) => [foldForSearch(name), '00:00'] as const,
  ),
])
