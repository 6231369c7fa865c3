import type { Message } from 'grammy/types'
import type { Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Question } from '../../domain/form.ts'
import type { Session } from '../../domain/session/session.ts'

/** What is looked at without anything being answered: a page, a month, what a search found, what words can mean. */
export interface Look {
  page?: number
  /** `2026-12`. */
  month?: string
  /** What was typed to find something. */
  search?: string
  /** What was typed can mean these. */
  readings?: readonly Key[]
  /** Why something is asked is shown. */
  why?: boolean
}

/** A button of a question: what it says, and what it carries in few bytes. */
export interface Key {
  label: string
  value: string
}

/** A question that stands open, with what is needed to show it and to read its answers. */
export interface Scene {
  words: Words
  /** The form's language in which it is shown. */
  language: string
  session: Session
  path: string
  question: Question
  /** What is ticked or ranked so far, while it is no answer yet. */
  pending: string | null
  /** What was answered, else what the form proposes; empty: nothing. */
  present: string
  /** Now, where whoever answers is. */
  now: Temporal.ZonedDateTime
  look: Look
  /** Nobody is to be known by their answer. */
  isAnonymous: boolean
}

export interface Prompt {
  rows: readonly (readonly Key[])[]
  /** What stands between the question and its buttons. */
  lines?: readonly (string | Html)[]
  /** How to answer, where the buttons do not say it. */
  how?: string
  /** The buttons already show what was answered, so that nothing has to be said about keeping it. */
  marksPresent?: boolean
  /** One of the buttons takes what stands there as it is, so that a further one would say the same. */
  takesPresent?: boolean
}

/** A file that has arrived, as Telegram names it. */
export interface SentFile {
  fileId: string
  kind: string
  name?: string | undefined
  size?: number | undefined
  /** Of words that were spoken. */
  seconds?: number
}

/** What somebody meant by a tap or by words. */
export type Said =
  /** An answer, in its canonical form; `isTyped`: it is shown how it was understood. */
  | { kind: 'value'; value: string; isTyped?: boolean }
  | { kind: 'pending'; value: string; look?: Look }
  | { kind: 'look'; look: Look }
  | { kind: 'file'; file: SentFile }

/** A kind of question: how it wishes to be asked, how it reads, how it shows. */
export interface QuestionKind {
  prompt(scene: Scene): Prompt
  /** A tap on one of its buttons. */
  tap(value: string, scene: Scene): Said
  /** Words that somebody wrote instead. */
  read(text: string, scene: Scene): Said
  /** Anything else that was sent, if it is an answer. */
  receive?(message: Message, scene: Scene): Said | undefined
  /** An answer as people read it. */
  show(value: string, scene: Scene): string
}

/** A button that carries its answer: `v2026-12-13`. */
export const valueKey = (label: string, value: string): Key => ({ label, value: `v${value}` })

/** What such a button carries. */
export const carriedValue = (tapped: string): string | undefined =>
  tapped.startsWith('v') ? tapped.slice(1) : undefined
