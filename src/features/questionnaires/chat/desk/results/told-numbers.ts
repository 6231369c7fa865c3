import type { Words } from '../../../../../platform/texts/words.ts'
import { hasMiddleHalf, type Spread, type Step } from '../../../domain/summary/spread.ts'
import type { Count } from '../../../domain/summary/summary.ts'
import { shareText } from './told-rows.ts'
import type { Told, ToldRow, ToldSpread } from './told.ts'
import { yearOrNumber } from './year-or-number.ts'

interface Numbers {
  spread: Spread
  counts: readonly Count[]
  steps: readonly Step[]
  isWhole: boolean
}

/** How numbers lie, and how many there are of each. */
export function toldNumbers(
  words: Words,
  { spread, counts, steps, isWhole }: Numbers,
): Pick<Told, 'rows'> & { spread: ToldSpread; notes: string[] } {
  const written = yearOrNumber(words.language, spread)
  const row = (label: string, count: number): ToldRow => ({
    ...{ label, value: count },
    text: shareText(words, count, spread.n),
  })
  const stepRow = ({ from, to, count }: Step, at: number): ToldRow => {
    // Of whole numbers the one before the next step is the last of this one.
    const end = isWhole ? to - 1 : to
    const key = isWhole || at === steps.length - 1 ? 'formsummary:step.whole' : 'formsummary:step.below'
    return row(
      end === from ? written(from) : words.plain(key, { from: written(from), to: written(end) }),
      count,
    )
  }
  return {
    spread: { ...spread, written },
    notes: spreadNotes(words, spread, written),
    rows: [...counts.map(({ name, count }) => row(written(Number(name)), count)), ...steps.map(stepRow)],
  }
}

const spreadNotes = (words: Words, spread: Spread, written: (value: number) => string): string[] => [
  words.plain('formsummary:numbers.median', { median: written(spread.median) }),
  ...(hasMiddleHalf(spread)
    ? [
        words.plain('formsummary:numbers.half', {
          lower: written(spread.lower),
          upper: written(spread.upper),
        }),
      ]
    : []),
  ...(spread.least < spread.most
    ? [words.plain('formsummary:numbers.range', { least: written(spread.least), most: written(spread.most) })]
    : []),
]
