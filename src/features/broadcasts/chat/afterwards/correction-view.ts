import type { InlineKeyboardButton } from 'grammy/types'
import { changeKeys, inRows, pauseKey, questionKeyboard } from '../../../../bot/drafts/question-view.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { languages, type Language } from '../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import type { CorrectionStanding } from '../../actions/afterwards/fill-correction.ts'
import { changedLanguages, languageOf } from '../../domain/afterwards/correction.ts'
import type { Content } from '../../domain/content.ts'
import { textFor } from '../../domain/text-for.ts'
import { inShort } from '../in-short.ts'
import { correctionQuestion, previewCorrection } from './buttons.ts'

/** What is asked of a correction, or all that it changes: old and new, in each language, and in how many chats. */
export function correctionView(words: Words, standing: CorrectionStanding, refusal?: string): Message {
  const language = languageOf(standing.step)
  return language ? textView(words, standing, language, refusal) : summaryView(words, standing, refusal)
}

function textView(
  words: Words,
  { draft, step, after }: CorrectionStanding,
  language: Language,
  refusal?: string,
): Message {
  const now = after.texts[language]
  const question = {
    ...{ words, draft, step, buttons: correctionQuestion },
    ...{ hasBack: true, hasSkip: false },
  }
  return {
    text: [
      words('afterwards:correct.head'),
      ...(refusal ? [`⚠️ ${refusal}`] : []),
      words('afterwards:correct.ask', { language: spokenLanguageName(language, words.language) }),
      // Whoever holds it down copies it, mends what is wrong and sends it.
      ...(now === undefined ? [] : [`<code>${now.replace(/<[^>]*>/g, '')}</code>`]),
    ].join('\n\n'),
    keyboard: questionKeyboard(question, { choices: [] }),
  }
}

function summaryView(words: Words, standing: CorrectionStanding, refusal?: string): Message {
  const { draft, broadcast, after, readers } = standing
  const changed = changedLanguages(broadcast.content, after)
  const sum = (of: 'people' | 'have') =>
    changed.reduce((total, each) => total + (readers[each]?.[of] ?? 0), 0)
  const [people, have] = [sum('people'), sum('have')]
  const waiting = people - have
  return {
    text: [
      words('afterwards:correct.head'),
      ...(refusal ? [`⚠️ ${refusal}`] : []),
      ...(changed.length === 0
        ? [words('afterwards:correct.choose')]
        : [differencesOf(words, changed, standing)]),
      ...(changed.length === 0
        ? []
        : [
            [
              words('afterwards:correct.copies', { count: have }),
              ...(waiting > 0 ? [words('afterwards:correct.waiting', { count: waiting })] : []),
              words(draft.rings ? 'afterwards:correct.rings' : 'afterwards:correct.silent'),
            ].join('\n'),
          ]),
    ].join('\n\n'),
    keyboard: [
      ...(changed.length === 0 ? [] : sendRows(words, standing, people)),
      ...inRows(changeKeys(correctionQuestion, draft, languageLines(words, standing)), 2),
      [
        pauseKey(words, correctionQuestion, draft.id),
        {
          text: words.plain('afterwards:correct.discard'),
          callback_data: correctionQuestion.askDiscard.pack({ draftId: draft.id }),
        },
      ],
    ],
  }
}

/** Old and new in each language; below them who reads another language than their own, so that nothing is said twice. */
function differencesOf(words: Words, changed: readonly Language[], standing: CorrectionStanding): string {
  const { broadcast, after, readers } = standing
  const other = after.fallback
  const isOther = (language: Language) =>
    [broadcast.content, after].every((content) => textFor(content, language)?.isFallback)
  return [
    ...changed
      .filter((language) => !isOther(language))
      .map((language) => differenceOf(words, language, broadcast.content, after)),
    ...changed.filter(isOther).map((language) =>
      words('composing:summary.marked', {
        language: words.plain(`people:language.${language}`),
        count: readers[language]?.people ?? 0,
        other: other === null ? '' : spokenLanguageName(other, words.language),
      }),
    ),
  ].join('\n\n')
}

function differenceOf(words: Words, language: Language, before: Content, after: Content): string {
  const plain = (content: Content) => inShort(textFor(content, language)?.html ?? '') || '—'
  return words('afterwards:correct.difference', {
    language: words.plain(`people:language.${language}`),
    before: plain(before),
    after: plain(after),
  })
}

function sendRows(words: Words, { draft }: CorrectionStanding, people: number): InlineKeyboardButton[][] {
  const to = { draftId: draft.id, revision: draft.revision }
  return [
    [
      {
        text: words.plain('afterwards:correct.make', { count: people }),
        callback_data: correctionQuestion.submit.pack(to),
      },
    ],
    [
      {
        text: words.plain('afterwards:correct.preview'),
        callback_data: previewCorrection.pack({ draftId: draft.id }),
      },
    ],
    [
      {
        text: words.plain(draft.rings ? 'afterwards:correct.ringOff' : 'afterwards:correct.ringOn'),
        callback_data: correctionQuestion.change.pack({ ...to, step: 'rings' }),
      },
    ],
  ]
}

/** The languages that are written, and those that somebody reads. */
const languageLines = (words: Words, { after, readers }: CorrectionStanding) =>
  languages
    .filter((language) => after.texts[language] !== undefined || (readers[language]?.people ?? 0) > 0)
    .map((language) => ({ step: `text-${language}`, label: words.plain(`people:language.${language}`) }))
