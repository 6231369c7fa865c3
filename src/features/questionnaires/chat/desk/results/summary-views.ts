import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../../bot/page-keys.ts'
import { bold, joined } from '../../../../../platform/texts/html.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../../shared/clean-text.ts'
import type { SummaryOfPage, SummaryPage } from '../../../actions/read-summary.ts'
import { titleIn } from '../../../domain/form-language.ts'
import type { ResultFrame } from '../../../domain/results/result-set.ts'
import * as desk from '../../desk-buttons.ts'
import * as buttons from '../../summary-buttons.ts'
import { inPages, piecesOf } from '../pages.ts'
import { roundNote } from './rounds-view.ts'
import { columnLabel } from './told-rows.ts'
import { rateNote, toldQuestion } from './told-summary.ts'
import type { Told, ToldRow } from './told.ts'

const segments = 10

/** One page of the summary: what was asked, of how many it speaks, and what they have said. */
export function summaryView(words: Words, found: SummaryOfPage, part: number): Message {
  const { frame, numbers, at, pages } = found
  const told = found.columns.map((one) => toldQuestion(words, frame, one))
  const isScores = found.page.kind === 'scores'
  const parts = inPages(isScores ? told.map(scorePiece) : told.flatMap((one) => questionPieces(words, one)))
  const shown = Math.min(Math.max(part, 0), parts.length - 1)
  return {
    text: [
      words('formsummary:title', {
        title: titleIn(frame.form, words.language),
        ...{ place: String(at + 1), pages: String(pages) },
      }),
      ...roundNote(words, found).map((note) => joined([note]).toString()),
      ...(isScores ? [words('formsummary:scores.title')] : told.map(headOf)),
      ...(parts[shown] ?? []).map(({ text }) => text),
      ...(parts.length > 1
        ? [words('formsummary:card.page', { page: String(shown + 1), of: String(parts.length) })]
        : []),
      ...rateNote(words, numbers).map((note) => joined([note]).toString()),
    ].join('\n\n'),
    keyboard: keysOf(words, found, { told, part: shown, parts: parts.length }),
  }
}

interface Piece {
  text: string
}

const headOf = ({ heading, notes }: Told): string =>
  joined([bold(shortenedTo(heading, 500)), ...notes]).toString()

const scorePiece = (told: Told): Piece => ({ text: headOf(told) })

function questionPieces(words: Words, { rows, texts, most }: Told): Piece[] {
  const isShort = rows.length <= 20 && rows.every(({ label }) => label.length <= 14)
  const lines = rows.map((row) => (isShort ? shortRow(words, row, most) : rowText(row, most)))
  return [
    ...(isShort && lines.length > 0 ? [lines.join('\n')] : lines),
    ...(texts ?? []).flatMap(piecesOf).map((text) => joined([`▪️ ${text}`]).toString()),
  ].map((text) => ({ text }))
}

/** The number comes before the bar, so that whoever has it read to them hears it first. */
const rowText = (row: ToldRow, most: number): string =>
  joined([`${row.text} · ${shortenedTo(row.label, 200)}`, barOf(row, most)]).toString()

/** All in one line. */
const shortRow = (words: Words, row: ToldRow, most: number): string =>
  words('formsummary:row', { label: row.label, text: row.text, bar: barOf(row, most) })

function barOf({ value }: ToldRow, most: number): string {
  const full = Math.round((value / most) * segments)
  return '▰'.repeat(full) + '▱'.repeat(segments - full)
}

interface Shown {
  told: readonly Told[]
  /** Which part of what does not fit into one message. */
  part: number
  parts: number
}

/** Whether a page of the summary says something that can be drawn. */
const canBeDrawn = (told: readonly Told[]): boolean =>
  told.some(({ rows, spread }) => rows.length > 0 || spread !== undefined)

function keysOf(
  words: Words,
  { frame, round: { number: round }, at, pages }: SummaryOfPage,
  { told, part, parts }: Shown,
): InlineKeyboardButton[][] {
  const { id: questionnaireId } = frame.questionnaire
  const turn = (text: string, to: number, page = 0): InlineKeyboardButton => ({
    text,
    callback_data: buttons.summaryOf.pack({ questionnaireId, round, at: to, page }),
  })
  const pageNumber = (number: number) => ({ number: String(number) })
  const rows = [
    [
      ...(part > 0 ? [turn(words.plain('formsummary:card.pageBefore', pageNumber(part)), at, part - 1)] : []),
      ...(part + 1 < parts
        ? [turn(words.plain('formsummary:card.pageAfter', pageNumber(part + 2)), at, part + 1)]
        : []),
    ],
    canBeDrawn(told)
      ? [
          {
            text: words.plain('formsummary:picture.button'),
            callback_data: buttons.drawSummary.pack({ questionnaireId, round, at }),
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
          round,
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

/** All questions of a questionnaire, each a button to go to it. */
export function questionsView(
  words: Words,
  scene: { frame: ResultFrame; round: number; pages: readonly SummaryPage[]; offset: number },
): Message {
  const { frame, round, pages, offset } = scene
  const { id: questionnaireId } = frame.questionnaire
  const shown = pages.slice(offset, offset + pageSize)
  const label = (page: SummaryPage) =>
    page.kind === 'scores' ? words.plain('formsummary:scores.name') : columnLabel(words, page.column)
  return {
    text: words('formsummary:questions', {
      title: titleIn(frame.form, words.language),
      count: pages.length,
    }),
    keyboard: [
      ...shown.map((page, index) => [
        {
          text: `${offset + index + 1}. ${shortenedTo(label(page), 60)}`,
          callback_data: buttons.summaryOf.pack({ questionnaireId, round, at: offset + index, page: 0 }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total: pages.length }, (to) =>
        buttons.allQuestions.pack({ questionnaireId, round, offset: to }),
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
