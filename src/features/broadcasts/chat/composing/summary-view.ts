import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { changeKeys, inRows, pauseKey } from '../../../../bot/drafts/question-view.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { languages, type Language } from '../../../../shared/localized-text.ts'
import { asksForWord } from '../../domain/broadcast.ts'
import { blockingLanguages, lacksLabels, writtenLanguages } from '../../domain/composing/languages.ts'
import type { BroadcastStep } from '../../domain/composing/steps.ts'
import { broadcastQuestion, listUnreachable, previewDraft } from './buttons.ts'
import type { ComposingScene } from './scene.ts'
import { summaryLines } from './summary-lines.ts'

/** Everything that a broadcast will be, each line to be changed at one tap; nothing leaves before the last one. */
export function broadcastSummaryView(words: Words, scene: ComposingScene, refusal?: string): Message {
  return {
    text: [
      words('composing:summary.head'),
      ...(refusal ? [`⚠️ ${refusal}`] : []),
      ...(scene.problem ? [`⚠️ ${words(scene.problem)}`] : []),
      ...summaryLines(words, scene),
    ].join('\n\n'),
    keyboard: [
      sendRow(words, scene),
      [
        {
          text: words.plain('composing:preview.button'),
          callback_data: previewDraft.pack({ draftId: scene.draft.id }),
        },
      ],
      ...unreachableRow(words, scene),
      ...inRows(changeKeys(broadcastQuestion, scene.draft, changeable(words, scene)), 2),
      lastRow(words, scene.draft.id),
    ],
  }
}

/** The way to whom no phone reaches, while there is anybody. */
function unreachableRow(words: Words, { draft, numbers }: ComposingScene): InlineKeyboardButton[][] {
  const count = numbers.blocked + numbers.neverStarted
  const text = words.plain('composing:unreachable.open', { count })
  return count === 0
    ? []
    : [[{ text, callback_data: listUnreachable.pack({ draftId: draft.id, offset: -1 }) }]]
}

/** Sending, with how many get it; while some have no text, what is missing stands in its place. */
function sendRow(words: Words, { draft, numbers, empty }: ComposingScene): InlineKeyboardButton[] {
  const { id: draftId, revision } = draft
  const missing = blockingLanguages(draft, numbers.byLanguage).length
  const [text, callback_data] =
    missing > 0
      ? [
          words.plain('composing:summary.missing', { count: missing }),
          broadcastQuestion.change.pack({ draftId, revision, step: 'missing' }),
        ]
      : empty.length > 0
        ? [
            words.plain('composing:summary.empty', { count: empty.length }),
            broadcastQuestion.change.pack({ draftId, revision, step: 'empty' }),
          ]
        : [
            words.plain(draft.startsAt === null ? 'composing:summary.send' : 'composing:summary.schedule', {
              count: numbers.people,
            }),
            broadcastQuestion.submit.pack({ draftId, revision }),
          ]
  return [{ text, callback_data }]
}

/** What there is to change; what would say nothing is not offered. */
function changeable(words: Words, { draft, numbers }: ComposingScene) {
  const { content, answers, priority } = draft
  const texts = writtenLanguages(content)
  const read = (language: Language) => (numbers.byLanguage[language] ?? 0) > 0
  const label = (step: BroadcastStep, text: string) => ({ step, label: text })
  const line = (name: Exclude<LineName, 'labels'>) => label(name, words.plain(`composing:lines.${name}`))
  const nameOf = (language: Language) => words.plain(`people:language.${language}`)
  return [
    line('audience'),
    line('media'),
    ...languages
      .filter((language) => texts.includes(language) || read(language))
      .map((language) => label(`text-${language}`, nameOf(language))),
    ...(texts.length === 1 ? [line('written')] : []),
    line('priority'),
    ...(priority === 'urgent' ? [line('reason')] : []),
    line('answers'),
    ...(answers.length === 0
      ? []
      : languages
          .filter(
            (language) => lacksLabels(answers, language) && (texts.includes(language) || read(language)),
          )
          .map((language) =>
            label(
              `labels-${language}`,
              words.plain('composing:lines.labels', { language: nameOf(language) }),
            ),
          )),
    ...(answers.length > 0 ? [line('until')] : []),
    ...(asksForWord(draft) ? [line('again')] : []),
    line('when'),
    line('useful'),
  ]
}

type LineName =
  | ('audience' | 'media' | 'written' | 'priority' | 'reason' | 'answers' | 'labels' | 'until' | 'again')
  | ('when' | 'useful')

const lastRow = (words: Words, draftId: number): InlineKeyboardButton[] => [
  pauseKey(words, broadcastQuestion, draftId),
  { text: words.plain('composing:discard'), callback_data: broadcastQuestion.askDiscard.pack({ draftId }) },
]
