import { draftErrors } from '../../../../shared/own-draft.ts'
import { cleanLine, lengthOf } from '../../../../shared/clean-text.ts'
import { isLanguage, type Language } from '../../../../shared/localized-text.ts'
import { priorities } from '../../domain/broadcast.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import {
  putMedia,
  putText,
  startContent,
  withoutText,
  type PutMessage,
} from '../../domain/composing/put-content.ts'
import { languageOfStep, type BroadcastStep } from '../../domain/composing/steps.ts'

/** What somebody sent: a tap, or a message. */
export type BroadcastRaw =
  | { kind: 'choice'; value: string }
  | { kind: 'skip' }
  | { kind: 'message'; message: Omit<PutMessage, 'language'> }

/** What an answer is read with. */
export interface BroadcastReading {
  draft: ComposedDraft
  /** The language somebody writes in. */
  language: Language
}

type Changes = Partial<Pick<ComposedDraft, 'content' | 'notes' | 'priority' | 'reason' | 'changing'>>

/** Reads the answer to a step; a refusal says what was wrong. What was asked is not asked any more. */
export const readBroadcastAnswer = (
  step: Exclude<BroadcastStep, 'audience'>,
  raw: BroadcastRaw,
  reading: BroadcastReading,
): Changes => ({ changing: null, ...readerOf(step)(raw, reading) })

type Reader = (raw: BroadcastRaw, reading: BroadcastReading) => Changes

function readerOf(step: Exclude<BroadcastStep, 'audience'>): Reader {
  const language = languageOfStep(step)
  if (step.startsWith('text-') && language) return readText(language)
  return readers[step as keyof typeof readers]
}

const readers = {
  content(raw, { draft, language }) {
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
  missing(raw, { draft: { content } }) {
    const value = choiceOf(raw)
    if (isLanguage(value) && content.texts[value] !== undefined)
      return { content: { ...content, fallback: value } }
    const write = /^write-(\w\w)$/.exec(value)?.[1]
    if (!isLanguage(write)) throw draftErrors.chooseOne()
    return { changing: `text-${write}` }
  },
  priority(raw) {
    const priority = priorities.find((each) => each === choiceOf(raw))
    if (!priority) throw draftErrors.chooseOne()
    return { priority, ...(priority === 'urgent' ? {} : { reason: null }) }
  },
  reason: (raw) => ({ reason: lineOf(raw, 200) }),
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

function withoutMedia({ content, notes }: ComposedDraft): Changes {
  if (Object.keys(content.texts).length === 0) throw composingErrors.contentExpected()
  const { album: _, mediaFrom: __, ...others } = notes
  return { content: { ...content, media: [] }, notes: others }
}

const choiceOf = (raw: BroadcastRaw): string => {
  if (raw.kind !== 'choice') throw draftErrors.chooseOne()
  return raw.value
}

/** One line of plain words. */
function lineOf(raw: BroadcastRaw, max: number): string {
  if (raw.kind === 'choice') return raw.value
  const html = raw.kind === 'message' && !raw.message.medium ? raw.message.html : undefined
  const line = cleanLine(plainOf(html ?? ''))
  if (line === '') throw composingErrors.textExpected()
  if (lengthOf(line) > max) throw composingErrors.textLong(lengthOf(line), max)
  return line
}
