import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { bold, joined } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { SummaryOfPage, SummaryPage } from '../../actions/read-summary.ts'
import { titleIn } from '../../domain/form-language.ts'
import type { ResultFrame } from '../../domain/results/result-set.ts'
import * as desk from '../desk-buttons.ts'
import * as buttons from '../summary-buttons.ts'
import { inPages, piecesOf } from './pages.ts'
import { columnLabel, rateNote, toldQuestion, type Told, type ToldRow } from './told-summary.ts'

const segments = 10

/** One page of the summary: what was asked, of how many it speaks, and what they have said. */
export function summaryView(words: Words, found: SummaryOfPage, textPage: number): Message {
  const { frame, numbers, at, pages } = found
  const told = found.columns.map(({ column, summary }) => toldQuestion(words, column, summary))
  const texts = inPages((told[0]?.texts ?? []).flatMap(piecesOf).map((text) => ({ text })))
  const shownPage = Math.min(Math.max(textPage, 0), texts.length - 1)
  return {
    text: [
      words('formsummary:title', {
        title: titleIn(frame.form, words.language),
        ...{ place: String(at + 1), pages: String(pages) },
      }),
      ...(found.page.kind === 'scores'
        ? [words('formsummary:scores.title'), ...told.map((one) => scoreText(one))]
        : told.map((one) => questionText(words, one))),
      ...textLines(words, texts, shownPage),
      ...rateNote(words, numbers).map((note) => joined([note]).toString()),
    ].join('\n\n'),
    keyboard: keysOf(words, found, { told, textPage: shownPage, textPages: texts.length }),
  }
}

const questionText = (words: Words, told: Told): string =>
  [
    joined([bold(told.heading), ...told.notes]).toString(),
    ...(told.rows.length > 0 ? [rowLines(told)] : []),
  ].join('\n\n')

/** The number comes before the bar, so that whoever has it read to them hears it first. */
export const rowLines = ({ rows, most }: Pick<Told, 'rows' | 'most'>): string =>
  rows.map((row) => joined([`${row.text} · ${row.label}`, barOf(row, most)]).toString()).join('\n')

function barOf({ value }: ToldRow, most: number): string {
  const full = Math.round((value / most) * segments)
  return '▰'.repeat(full) + '▱'.repeat(segments - full)
}

const scoreText = ({ heading, notes }: Told): string => joined([bold(heading), ...notes]).toString()

function textLines(words: Words, texts: readonly { text: string }[][], page: number): string[] {
  const shown = texts[page] ?? []
  if (shown.length === 0) return []
  return [
    shown.map(({ text }) => joined([`▪️ ${text}`]).toString()).join('\n'),
    ...(texts.length > 1
      ? [words('formsummary:card.page', { page: String(page + 1), of: String(texts.length) })]
      : []),
  ]
}

interface Shown {
  told: readonly Told[]
  textPage: number
  textPages: number
}

/** Whether a page of the summary says something that can be drawn. */
export const canBeDrawn = (told: readonly Told[]): boolean =>
  told.some(({ rows, spread }) => rows.length > 0 || spread !== undefined)

function keysOf(
  words: Words,
  { frame, at, pages }: SummaryOfPage,
  { told, textPage, textPages }: Shown,
): InlineKeyboardButton[][] {
  const { id: questionnaireId } = frame.questionnaire
  const turn = (text: string, to: number, page = 0): InlineKeyboardButton => ({
    text,
    callback_data: buttons.summaryOf.pack({ questionnaireId, at: to, page }),
  })
  const pageNumber = (number: number) => ({ number: String(number) })
  const rows = [
    [
      ...(textPage > 0
        ? [turn(words.plain('formsummary:card.pageBefore', pageNumber(textPage)), at, textPage - 1)]
        : []),
      ...(textPage + 1 < textPages
        ? [turn(words.plain('formsummary:card.pageAfter', pageNumber(textPage + 2)), at, textPage + 1)]
        : []),
    ],
    canBeDrawn(told)
      ? [
          {
            text: words.plain('formsummary:picture.button'),
            callback_data: buttons.drawSummary.pack({ questionnaireId, at }),
          },
        ]
      : [],
    [
      ...(at > 0 ? [turn(words.plain('formsummary:before'), at - 1)] : []),
      ...(at + 1 < pages ? [turn(words.plain('formsummary:after'), at + 1)] : []),
    ],
    [
      {
        text: words.plain('formsummary:all'),
        callback_data: buttons.allQuestions.pack({
          questionnaireId,
          offset: Math.floor(at / pageSize) * pageSize,
        }),
      },
      {
        text: words.plain('formsummary:toResults'),
        callback_data: desk.showResults.pack({ questionnaireId }),
      },
    ],
  ]
  return rows.filter((row) => row.length > 0)
}

/** All questions of a questionnaire, to go to one of them. */
export function questionsView(
  words: Words,
  { frame, pages, offset }: { frame: ResultFrame; pages: readonly SummaryPage[]; offset: number },
): Message {
  const { id: questionnaireId } = frame.questionnaire
  const shown = pages.slice(offset, offset + pageSize)
  const label = (page: SummaryPage) =>
    page.kind === 'scores' ? words.plain('formsummary:scores.name') : columnLabel(words, page.column)
  const lines = shown.map((page, index) =>
    joined([`${offset + index + 1}. ${shortenedTo(label(page), 200)}`]).toString(),
  )
  return {
    text: [
      words('formsummary:questions', { title: titleIn(frame.form, words.language), count: pages.length }),
      lines.join('\n'),
    ].join('\n\n'),
    keyboard: [
      ...shown.map((page, index) => [
        {
          text: `${offset + index + 1}. ${shortenedTo(label(page), 45)}`,
          callback_data: buttons.summaryOf.pack({ questionnaireId, at: offset + index, page: 0 }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total: pages.length }, (to) =>
        buttons.allQuestions.pack({ questionnaireId, offset: to }),
      ),
      [
        {
          text: words.plain('formsummary:toResults'),
          callback_data: desk.showResults.pack({ questionnaireId }),
        },
      ],
    ],
  }
}
