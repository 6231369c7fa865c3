import type { Words } from '../../../../platform/texts/words.ts'
import type { CellValue, ColumnToWrite } from '../../../../shared/spreadsheet.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import type { Listed } from '../../data/report-store.ts'
import { labelOf } from '../broadcast-keyboard.ts'
import { reasonOf } from './list-view.ts'

const columns = [
  'name',
  'firm',
  'phone',
  'language',
  'state',
  'sentAt',
  'seenAt',
  'answer',
  'repliedAt',
] as const

/** How a broadcast is written as a table, a row for each person. */
export interface DeliveriesTable {
  name: string
  columns: readonly ColumnToWrite[]
  row(one: Listed): (CellValue | null)[]
}

/** A broadcast as a table; moments by the clock of `zone`. */
export function deliveriesTable(words: Words, broadcast: Broadcast, zone: string): DeliveriesTable {
  const clock = (at: Temporal.Instant | null) =>
    at === null
      ? null
      : at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
  const option = (nth: number | null) => (nth === null ? undefined : broadcast.answers[nth])
  return {
    name: words.plain('watching:table.sheet'),
    columns: columns.map((column) => ({ header: words.plain(`watching:table.${column}`), width: 22 })),
    row(one) {
      const answer = option(one.answer)
      return [
        one.name,
        one.firm,
        one.phone,
        one.language,
        one.state === 'failed'
          ? reasonOf(words, 'failed', one.because)
          : words.plain(`watching:states.${one.state}`),
        clock(one.sentAt),
        clock(one.seenAt),
        answer ? labelOf(answer, words) : null,
        clock(one.repliedAt),
      ]
    },
  }
}
