import { formatClock } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { ItemStanding } from '../../actions/editing/item-standing.ts'
import type { PlannedChange } from '../../domain/drafts/planned-changes.ts'
import { endsLocally, startsLocally, type ItemFacts } from '../../domain/item.ts'
import { nameOf } from './list-view.ts'

const fields = ['title', 'place', 'bring', 'dress', 'notes'] as const

/** Texts that still name the hour from which an item moves: nobody should read “08:30” and “at 08:45 sharp” below it. */
export const oldHourLines = (words: Words, { changes, activity }: ItemStanding): string[] =>
  changes.flatMap((change) => {
    const { before } = change
    if (!before) return []
    return oldHoursIn(change).map(({ field, time }) =>
      words('programme:summary.oldHour', {
        name: nameOf(words, before, activity),
        field: words.plain(`programme:labels.${field}`),
        time,
      }),
    )
  })

function oldHoursIn({ before, after }: PlannedChange): { field: (typeof fields)[number]; time: string }[] {
  if (!before) return []
  const hours = clocksOf(after)
  const gone = clocksOf(before).filter((time) => !hours.includes(time))
  return fields.flatMap((field) => {
    const texts = Object.values(after[field])
    const time = gone.find((each) => texts.some((text) => says(text, each)))
    return time === undefined ? [] : [{ field, time }]
  })
}

const clocksOf = (item: ItemFacts): string[] => [
  formatClock(startsLocally(item)),
  ...(item.endsAt === null ? [] : [formatClock(endsLocally(item))]),
]

/** "08:45", "8.45" or "8h45", and not as a part of another number. */
function says(text: string, clock: string): boolean {
  const [hour = '', minute = ''] = clock.split(':')
  return new RegExp(`(?<!\\d)0?${Number(hour)}[:.h]${minute}(?!\\d)`, 'i').test(text)
}
