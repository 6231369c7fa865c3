type Day = Temporal.PlainDate

/** How long after a day somebody who leaves out the year may still mean the one that has passed. */
const daysStillMeant = 60

/**
 * The days that a day and a month can mean: one when the year is said (26 is 2026, 87 is 1987), else the next one,
 * and the one that has just passed beside it. None when there is no such day.
 */
export function datesNear(
  today: Day,
  { year, month, day }: { year?: number | undefined; month: number; day: number },
): readonly Day[] {
  if (year !== undefined) return existing({ year: fullYear(year), month, day })
  const [here] = existing({ year: today.year, month, day })
  if (here && Temporal.PlainDate.compare(here, today) >= 0) return [here]
  const next = existing({ year: today.year + 1, month, day })
  return here && here.until(today).days <= daysStillMeant ? [here, ...next] : next
}

function existing(date: { year: number; month: number; day: number }): readonly Day[] {
  if (date.year < 1900 || date.year > 2100) return []
  try {
    return [Temporal.PlainDate.from(date, { overflow: 'reject' })]
  } catch {
    return []
  }
}

/** 26 is 2026, 87 is 1987. */
export const fullYear = (year: number): number => (year >= 100 ? year : year < 80 ? 2000 + year : 1900 + year)
