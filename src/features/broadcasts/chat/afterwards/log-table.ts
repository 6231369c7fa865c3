import { formatList } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { languages } from '../../../../shared/localized-text.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import type { Logged } from '../../data/log-store.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import { mediaText } from '../composing/media-text.ts'

/** A broadcast with what is said of whom it was for. */
export interface LoggedRow extends Logged {
  forWhom: string
}

/** The log of communication as a table, a row for each broadcast; moments by the clock of `zone`. */
export function logTable(words: Words, broadcasts: readonly LoggedRow[], zone: string): SheetToWrite[] {
  const clock = (at: Temporal.Instant | null) =>
    at === null
      ? null
      : at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
  const column = (name: ColumnName, width = 14) => ({
    header: words.plain(`afterwards:table.${name}`),
    width,
  })
  return [
    {
      name: words.plain('afterwards:table.sheet'),
      isLandscape: true,
      columns: [
        ...names.map((name) => column(name)),
        ...languages.map((language) => ({ header: words.plain(`people:language.${language}`), width: 50 })),
      ],
      rows: broadcasts.map((one) => ({
        values: [
          one.id,
          clock(one.startedAt ?? one.startsAt),
          one.author,
          one.forWhom,
          plainOf(words(`watching:state.${one.recalledAt === null ? one.state : 'recalled'}`)),
          one.reason === null
            ? words.plain(`composing:priority.${one.priority}`)
            : `${words.plain(`composing:priority.${one.priority}`)}: ${one.reason}`,
          one.people,
          one.sent,
          one.seen,
          one.answered,
          one.replied,
          one.unreached,
          one.doubtful,
          clock(one.endedAt),
          clock(one.correctedAt),
          clock(one.recalledAt),
          formatList(
            languages
              .filter((language) => one.content.texts[language] !== undefined)
              .map((language) => words.plain(`people:language.${language}`)),
            words.language,
          ) || null,
          mediaText(words, one.content.media) || null,
          ...languages.map((language) => {
            const html = one.content.texts[language]
            return html === undefined ? null : plainOf(html)
          }),
        ],
      })),
    },
  ]
}

const names = [
  ...(['number', 'at', 'author', 'audience', 'state', 'priority'] as const),
  ...(['people', 'sent', 'seen', 'answered', 'replied', 'unreached', 'doubtful'] as const),
  ...(['endedAt', 'correctedAt', 'recalledAt', 'languages', 'media'] as const),
]
type ColumnName = (typeof names)[number]
