import { languages } from './localized-text.ts'
import { foldForSearch } from './search-folding.ts'

type Style = 'long' | 'short'

/** Days from today, for what the four languages have a word for; folded. */
export const relativeDays: ReadonlyMap<string, number> = new Map([
  ...fold('today|bugün|hoy|aujourd’hui', 0),
  ...fold('tomorrow|yarın|mañana|demain', 1),
  ...fold('day after tomorrow|öbür gün|yarından sonra|ertesi gün|pasado mañana|après-demain', 2),
  ...fold('yesterday|dün|ayer|hier', -1),
])

/** What people put around a date without changing it; folded. Turkish case endings stand alone once folded. */
export const fillers: ReadonlySet<string> = new Set(
  (
    'the of on at in de del el la le les du a au para pour icin gunu gun day dia jour tarihi tarihinde ' +
    'ta te da den dan ten tan e i u si nin nun in un'
  ).split(' '),
)

/** How a day of the week is meant: the one that comes, the one of next week, or whichever the speaker thinks of. */
export const weekdayHints: ReadonlyMap<string, 'coming' | 'next week' | 'next'> = new Map([
  ...fold('this|coming|bu|önümüzdeki|este|próximo|próxima|que viene|ce', 'coming' as const),
  ...fold(
    'haftaya|gelecek hafta|önümüzdeki hafta|next week|en huit|la semana que viene|la semaine prochaine',
    'next week' as const,
  ),
  ...fold('next|gelecek|prochain|prochaine', 'next' as const),
])

/** "in 3 days", "2 hafta sonra", "dentro de 3 días", "dans 2 semaines": days in the unit, per folded word. */
export const spans: ReadonlyMap<string, number> = new Map([
  ...fold('day|days|gün|día|días|jour|jours', 1),
  ...fold('week|weeks|hafta|semana|semanas|semaine|semaines', 7),
])

/** January is 1; long and short names in all four languages. */
export const months: ReadonlyMap<string, number> = new Map([
  ...numbered(12, (month) => ({ plain: new Temporal.PlainDate(2026, month, 1), parts: 'month' })),
  ...fold('sept', 9),
])

/** Monday is 1; long and short names in all four languages. Some short ones are months too: "mar". */
export const weekdays: ReadonlyMap<string, number> = new Map(
  numbered(7, (weekday) => ({ plain: new Temporal.PlainDate(2026, 6, weekday), parts: 'weekday' })),
)

function numbered(
  count: number,
  nth: (index: number) => { plain: Temporal.PlainDate; parts: 'month' | 'weekday' },
) {
  const styles: readonly Style[] = ['short', 'long']
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((index) =>
    languages.flatMap((language) =>
      styles.map((style) => {
        const { plain, parts } = nth(index)
        return [foldForSearch(plain.toLocaleString(language, { [parts]: style })), index] as const
      }),
    ),
  )
}

function fold<Meaning>(words: string, meaning: Meaning): (readonly [string, Meaning])[] {
  return words.split('|').map((word) => [foldForSearch(word), meaning] as const)
}
