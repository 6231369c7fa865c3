import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { changeKeys, inRows, pauseKey } from '../../../../bot/drafts/question-view.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { languages, type Language } from '../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import { blockingLanguages, writtenLanguages } from '../../domain/composing/languages.ts'
import type { BroadcastStep } from '../../domain/composing/steps.ts'
import { broadcastQuestion, previewDraft } from './buttons.ts'
import { mediaText } from './media-text.ts'
import type { ComposingScene } from './scene.ts'

/** Everything that a broadcast will be, each line to be changed at one tap; nothing leaves before the last one. */
export function broadcastSummaryView(words: Words, scene: ComposingScene, refusal?: string): Message {
  return {
    text: [
      words('composing:summary.head'),
      ...(refusal ? [`⚠️ ${refusal}`] : []),
      textLine(words, scene),
      [...audienceLines(words, scene), ...languageLines(words, scene), ...priorityLines(words, scene)].join(
        '\n',
      ),
    ]
      .filter(Boolean)
      .join('\n\n'),
    keyboard: summaryKeys(words, scene),
  }
}

/** The beginning of what it says, in her own language where there is that, and what comes with it. */
function textLine(words: Words, { draft: { content } }: ComposingScene): string {
  const first = content.texts[words.language] ?? content.texts[writtenLanguages(content)[0] ?? 'en']
  return [
    ...(content.media.length > 0
      ? [words('composing:summary.media', { media: mediaText(words, content.media) })]
      : []),
    ...(first === undefined
      ? []
      : [words('composing:summary.text', { text: shortenedTo(plainOf(first), 300) })]),
  ].join('\n')
}

const audienceLines = (words: Words, { numbers, forWhom }: ComposingScene): string[] => [
  words('composing:summary.audience', { audience: forWhom, count: numbers.people }),
]

/** Each language that somebody reads or that has a text: how many read it, and whether they have one. */
function languageLines(words: Words, { draft: { content }, numbers }: ComposingScene): string[] {
  if (writtenLanguages(content).length === 0) return []
  return shownLanguages({ content, readers: numbers.byLanguage }).map((language) => {
    const line = {
      language: words.plain(`people:language.${language}`),
      count: numbers.byLanguage[language] ?? 0,
    }
    if (content.texts[language] !== undefined) return words('composing:summary.hasText', line)
    if (content.fallback === null) return words('composing:summary.lacksText', line)
    const other = spokenLanguageName(content.fallback, words.language)
    return words('composing:summary.marked', { ...line, other })
  })
}

const shownLanguages = ({
  content,
  readers,
}: {
  content: ComposingScene['draft']['content']
  readers: Partial<Record<Language, number>>
}) => languages.filter((language) => content.texts[language] !== undefined || (readers[language] ?? 0) > 0)

const priorityLines = (words: Words, { draft: { priority, reason } }: ComposingScene): string[] =>
  reason === null
    ? [words(`composing:summary.${priority}`)]
    : [words('composing:summary.urgentBecause', { reason })]

function summaryKeys(words: Words, scene: ComposingScene): InlineKeyboardButton[][] {
  const { draft } = scene
  const label = (step: BroadcastStep, text: string) => ({ step, label: text })
  const texts = writtenLanguages(draft.content)
  const lines = [
    label('audience', words.plain('composing:lines.audience')),
    label('media', words.plain('composing:lines.media')),
    ...shownLanguages({ content: draft.content, readers: scene.numbers.byLanguage }).map((language) =>
      label(`text-${language}`, words.plain(`people:language.${language}`)),
    ),
    label('priority', words.plain('composing:lines.priority')),
    ...(draft.priority === 'urgent' ? [label('reason', words.plain('composing:lines.reason'))] : []),
    ...(texts.length === 1 ? [label('written', words.plain('composing:lines.written'))] : []),
  ]
  return [
    sendRow(words, scene),
    [
      {
        text: words.plain('composing:preview.button'),
        callback_data: previewDraft.pack({ draftId: draft.id }),
      },
    ],
    ...inRows(changeKeys(broadcastQuestion, draft, lines), 2),
    [
      pauseKey(words, broadcastQuestion, draft.id),
      {
        text: words.plain('composing:discard'),
        callback_data: broadcastQuestion.askDiscard.pack({ draftId: draft.id }),
      },
    ],
  ]
}

/** Sending, with how many get it; while some have no text, what is missing stands in its place. */
function sendRow(words: Words, { draft, numbers }: ComposingScene): InlineKeyboardButton[] {
  const { id: draftId, revision } = draft
  const missing = blockingLanguages(draft.content, numbers.byLanguage).length
  if (missing > 0)
    return [
      {
        text: words.plain('composing:summary.missing', { count: missing }),
        callback_data: broadcastQuestion.change.pack({ draftId, revision, step: 'missing' }),
      },
    ]
  return [
    {
      text: words.plain('composing:summary.send', { count: numbers.people }),
      callback_data: broadcastQuestion.submit.pack({ draftId, revision }),
    },
  ]
}
