import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../../bot/messenger.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../../shared/clean-text.ts'
import type { LookedAt } from '../../../actions/look-at-response.ts'
import { languageOf, titleIn } from '../../../domain/form-language.ts'
import type { Question } from '../../../domain/form.ts'
import { scoresOf } from '../../../domain/scores.ts'
import { isOfResult, type Asked } from '../../../domain/steps.ts'
import { voiceIn } from '../../../domain/voice.ts'
import { toRead } from '../../asking-head.ts'
import { labelAtMost } from '../../forms-views.ts'
import { isUpload } from '../../kinds/uploads.ts'
import { labelAndValue } from '../../scene.ts'
import * as buttons from '../../summary-buttons.ts'
import { momentText } from '../moment-text.ts'
import { inPages, piecesOf } from '../pages.ts'

/** A question is one piece of the card, a long answer several; files are offered where they stand. */
interface Piece {
  text: string
  file?: { fileId: number; label: string }
}

/** One response: who has handed it in and when, section by section what was answered, and what came of it. */
export function responseCard(words: Words, looked: LookedAt, page: number, homeTimeZone: string): Message {
  const pages = inPages([...answerPieces(words, looked), ...scorePieces(words, looked)])
  const at = Math.min(Math.max(page, 0), pages.length - 1)
  const shown = pages[at] ?? []
  return {
    text: [
      headOf(words, looked, homeTimeZone),
      ...shown.map(({ text }) => text),
      ...(pages.length > 1
        ? [words('formsummary:card.page', { page: String(at + 1), of: String(pages.length) })]
        : []),
    ].join('\n\n'),
    keyboard: keysOf(words, looked, { at, pages: pages.length, shown }),
    isProtected: true,
  }
}

function headOf(words: Words, { standing, listed, neighbours }: LookedAt, homeTimeZone: string): string {
  const { reference, person, firm, activity, submittedAt, round, filledBy, confirmedBy } = listed
  return [
    words('formsummary:card.title', {
      ...{ title: titleIn(standing.form, words.language), reference },
      ...{ place: String(neighbours.place), total: String(neighbours.total) },
    }),
    words('formsummary:card.who', { name: person || words.plain('formdesk:rest.nameless') }),
    ...(firm === '' ? [] : [words('formsummary:card.firm', { firm })]),
    ...(activity === '' ? [] : [words('formsummary:card.activity', { activity })]),
    ...(submittedAt
      ? [words('formsummary:card.submitted', { moment: momentText(words, submittedAt, homeTimeZone) })]
      : []),
    ...(round > 1 ? [words('formsummary:card.round', { round: String(round) })] : []),
    ...(filledBy === '' ? [] : [words('formsummary:card.filledBy', { name: filledBy })]),
    ...(confirmedBy === '' ? [] : [words('formsummary:card.confirmedBy', { name: confirmedBy })]),
  ].join('\n')
}

function answerPieces(words: Words, { standing }: LookedAt): Piece[] {
  return standing.session
    .steps()
    .filter((step) => !isOfResult(step))
    .flatMap((step): Piece[] => {
      if (step.kind === 'group') return toRead(words, standing, step).map((text) => ({ text }))
      return step.kind === 'question' ? questionPieces(words, standing, step) : []
    })
}

function questionPieces(
  words: Words,
  standing: LookedAt['standing'],
  step: Extract<Asked, { kind: 'question' }>,
): Piece[] {
  const { label, value } = labelAndValue(words, standing, step)
  const [first = '', ...rest] = piecesOf(value === '' ? words.plain('questionnaires:review.none') : value)
  const fileId = fileIdIn(step.question, standing.response.answers[step.path])
  return [
    {
      text: words('formsummary:card.answer', { label: shortenedTo(label, 300), value: first }),
      ...(fileId > 0 ? { file: { fileId, label } } : {}),
    },
    ...rest.map((value) => ({ text: words('formsummary:card.more', { value }) })),
  ]
}

/** What was sent, or said instead of written; 0: nothing of the kind. */
function fileIdIn(question: Question, answer = ''): number {
  if (question.type === 'text') return voiceIn(answer)?.fileId ?? 0
  return isUpload(question) ? Number(/^file:(\d{1,15})$/.exec(answer)?.[1] ?? 0) : 0
}

function scorePieces(words: Words, { standing }: LookedAt): Piece[] {
  const { session, form } = standing
  const language = languageOf(form, words.language)
  const lines = scoresOf(session).map(({ path, node, score }) =>
    words('formsummary:card.score', { label: session.text(node.label, path, language) || node.name, score }),
  )
  return lines.length > 0 ? [{ text: [words('formsummary:card.scores'), ...lines].join('\n') }] : []
}

interface Shown {
  at: number
  pages: number
  shown: readonly Piece[]
}

function keysOf(
  words: Words,
  { standing, listed, neighbours }: LookedAt,
  { at, pages, shown }: Shown,
): InlineKeyboardButton[][] {
  const { id: responseId } = listed
  const { newer, older } = neighbours
  const turn = (text: string, to: number, page = 0): InlineKeyboardButton => ({
    text,
    callback_data: buttons.turnResponseCard.pack({ responseId: to, page }),
  })
  const number = (of: number) => ({ number: String(of) })
  const rows = [
    ...shown.flatMap(({ file }) =>
      file
        ? [
            [
              {
                text: shortenedTo(words.plain('formsummary:card.file', { label: file.label }), labelAtMost),
                callback_data: buttons.sendResponseFile.pack({ responseId, fileId: file.fileId }),
              },
            ],
          ]
        : [],
    ),
    [
      ...(at > 0 ? [turn(words.plain('formsummary:card.pageBefore', number(at)), responseId, at - 1)] : []),
      ...(at + 1 < pages
        ? [turn(words.plain('formsummary:card.pageAfter', number(at + 2)), responseId, at + 1)]
        : []),
    ],
    [
      ...(newer === null ? [] : [turn(words.plain('formsummary:card.newer'), newer)]),
      ...(older === null ? [] : [turn(words.plain('formsummary:card.older'), older)]),
    ],
    [
      {
        text: words.plain('formsummary:card.toList'),
        callback_data: buttons.listResponses.pack({
          questionnaireId: standing.questionnaire.id,
          offset: 0,
        }),
      },
    ],
  ]
  return rows.filter((row) => row.length > 0)
}
