import { isLanguage, type Language } from '../../../../shared/localized-text.ts'
import { draftErrors } from '../../../../shared/own-draft.ts'
import { priorities } from '../../domain/broadcast.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { completeLanguages, lacksText } from '../../domain/composing/languages.ts'
import { putMedia, putText, startContent, withoutText } from '../../domain/composing/put-content.ts'
import { languageOfStep, type BroadcastStep } from '../../domain/composing/steps.ts'
import { readAnswers, readLabels } from './read-answers.ts'
import { momentReader } from './read-moments.ts'
import { readField, readTemplate } from './read-template.ts'
import {
  choiceOf,
  lineOf,
  wordsOf,
  type BroadcastChanges,
  type BroadcastRaw,
  type BroadcastReading,
  type Reader,
} from './reading.ts'

/** The steps whose answer is read here; who it is for is asked and read together. */
export type AnsweredStep = Exclude<BroadcastStep, 'audience' | 'empty'>

/** Reads the answer to a step; a refusal says what was wrong. What was asked is not asked any more. */
export const readBroadcastAnswer = (
  step: AnsweredStep,
  raw: BroadcastRaw,
  reading: BroadcastReading,
): BroadcastChanges => ({ changing: null, ...readerOf(step)(raw, reading) })

function readerOf(step: AnsweredStep): Reader {
  const language = languageOfStep(step)
  if (step.startsWith('text-') && language) return readText(language)
  if (language) return readLabels(language)
  return readers[step as keyof typeof readers]
}

const readers = {
  content(raw, { draft, language }) {
    if (raw.kind === 'choice' && raw.value === 'template') return { changing: 'template' }
    if (raw.kind !== 'message') throw composingErrors.contentExpected()
    return startContent(draft.notes, { ...raw.message, language })
  },
  media(raw, { draft, language }) {
    if (raw.kind === 'choice' && raw.value === 'none') return withoutMedia(draft)
    if (raw.kind !== 'message' || !raw.message.medium) throw composingErrors.contentExpected()
    const { texts } = draft.content
    const [only = language] = Object.keys(texts) as Language[]
    return putMedia(draft, { ...raw.message, language: texts[language] === undefined ? only : language })
  },
  written(raw, { draft }) {
    const to = choiceOf(raw)
    const [from] = Object.keys(draft.content.texts) as Language[]
    if (!isLanguage(to) || from === undefined) throw draftErrors.chooseOne()
    const { content, notes } = draft
    const texts = { [to]: content.texts[from] ?? '' }
    const { [from]: at, ...others } = notes.textFrom ?? {}
    return {
      content: { ...content, texts, fallback: null },
      notes: { ...notes, textFrom: at === undefined ? others : { [to]: at } },
    }
  },
  missing(raw, { draft }) {
    const { content } = draft
    const value = choiceOf(raw)
    if (isLanguage(value) && completeLanguages(draft).includes(value))
      return { content: { ...content, fallback: value } }
    const write = /^write-(\w\w)$/.exec(value)?.[1]
    if (!isLanguage(write)) throw draftErrors.chooseOne()
    return { changing: lacksText(content, write) ? `text-${write}` : `labels-${write}` }
  },
  priority(raw) {
    const priority = priorities.find((each) => each === choiceOf(raw))
    if (!priority) throw draftErrors.chooseOne()
    return { priority, ...(priority === 'urgent' ? {} : { reason: null }) }
  },
  reason: (raw) => ({ reason: lineOf(wordsOf(raw), 200) }),
  template: readTemplate,
  field: readField,
  answers: readAnswers,
  until: momentReader('until', 'answersUntil'),
  when: momentReader('when', 'startsAt'),
  useful: momentReader('useful', 'usefulUntil'),
  again(raw) {
    const value = choiceOf(raw)
    if (value === 'never') return { askAgainMinutes: null }
    const minutes = pauses.find((each) => String(each) === value)
    if (minutes === undefined) throw draftErrors.chooseOne()
    return { askAgainMinutes: minutes }
  },
} satisfies Partial<Record<BroadcastStep, Reader>>

const readText =
  (language: Language): Reader =>
  (raw, { draft }) => {
    if (raw.kind === 'choice' && raw.value === 'none') {
      const { content, notes } = draft
      const { [language]: _, ...textFrom } = notes.textFrom ?? {}
      return { content: withoutText(content, language), notes: { ...notes, textFrom } }
    }
    if (raw.kind !== 'message' || raw.message.medium || raw.message.html === undefined)
      throw composingErrors.textExpected()
    return putText(draft, { ...raw.message, language })
  }

function withoutMedia({ content, notes }: ComposedDraft): BroadcastChanges {
  if (Object.keys(content.texts).length === 0) throw composingErrors.contentExpected()
  const { album: _, mediaFrom: __, ...others } = notes
  return { content: { ...content, media: [] }, notes: others }
}

/** Minutes after which the silent are asked again. */
export const pauses = [10, 30, 60] as const
