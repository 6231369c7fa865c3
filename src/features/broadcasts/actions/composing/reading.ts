import { cleanLine, lengthOf } from '../../../../shared/clean-text.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { draftErrors } from '../../../../shared/own-draft.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import type { PutMessage } from '../../domain/composing/put-content.ts'
import type { WrittenTemplates } from '../../domain/composing/templates.ts'

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
  now: Temporal.Instant
  /** The clock by which moments are typed: of the activity's city, else of home. */
  timeZone: string
  templates: WrittenTemplates
}

/** What an answer changes in the draft. */
export type BroadcastChanges = Partial<
  Omit<ComposedDraft, 'id' | 'personId' | 'state' | 'isPaused' | 'revision' | 'updatedAt' | 'audience'>
>

export type Reader = (raw: BroadcastRaw, reading: BroadcastReading) => BroadcastChanges

/** What was tapped. */
export function choiceOf(raw: BroadcastRaw): string {
  if (raw.kind !== 'choice') throw draftErrors.chooseOne()
  return raw.value
}

/** The plain words of a message. */
export function wordsOf(raw: BroadcastRaw): string {
  const html = raw.kind === 'message' && !raw.message.medium ? raw.message.html : undefined
  if (html === undefined) throw composingErrors.textExpected()
  return plainOf(html)
}

/** One line of plain words. */
export function lineOf(text: string, max: number): string {
  const line = cleanLine(text)
  if (line === '') throw composingErrors.textExpected()
  if (lengthOf(line) > max) throw composingErrors.textLong(lengthOf(line), max)
  return line
}
