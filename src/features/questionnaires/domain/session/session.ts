import type { Choice, Form, FormNode, FormText, Group, Note, Question, Repeat } from '../form.ts'

/** What is known at the moment of an update: the truth is the answers, everything else follows from them. */
export interface Given {
  readonly form: Form
  readonly answers: Answers
  /** Now, in the zone of whoever answers. */
  readonly now: Temporal.ZonedDateTime
  /** When the response was begun, for `start`, `once()` and random orders. */
  readonly startedAt: Temporal.ZonedDateTime
  /** Makes random orders and `random()` the same at each look. */
  readonly seed: string
  /** What is known already, by the names of `heyet_profile`: what a hidden row says. */
  readonly facts?: Readonly<Record<string, string | number | null | undefined>>
  /** The form's language in which names of choices are kept in calculations; the default one where it is not said. */
  readonly language?: string
}

/**
 * Canonical values by instance path: `/data/people[2]/age` → `18`. Choices are names joined by a space, dates ISO, uploads
 * an id of ours. A key of a repeat with `#` behind it counts its instances: `/data/people#` → `3`, and `3+` while nobody
 * has said whether there is one more (see `instances.ts`). A skipped question is an empty text; one that has not been
 * reached has no key. Answers of questions that are not relevant any more stay and count as blank. A calculation has a key only
 * where its value belongs to the moment at which it was worked out (see `afterAnswer`).
 */
export type Answers = Readonly<Record<string, string>>

/** One thing after the other, as the form has them, with instance numbers in the path. */
export type Step =
  | { readonly kind: 'question'; readonly path: string; readonly question: Question }
  /** Also a question that is read-only: shown with its value and passed by. */
  | { readonly kind: 'note'; readonly path: string; readonly note: Note | Question }
  /** A group that has a heading, or an instance of a repeat, from 1. */
  | {
      readonly kind: 'group'
      readonly path: string
      readonly group: Group | Repeat
      readonly instance?: number
    }
  /** Whether there is one more instance: asked after the last, where no count is given. The path is the repeat's. */
  | MoreStep

export interface MoreStep {
  readonly kind: 'more'
  readonly path: string
  readonly repeat: Repeat
  readonly instances: number
}

/** Why an answer is not taken; the room has a sentence for each, and the form's own message wins. */
export interface Refusal {
  readonly kind: 'required' | 'constraint'
  /** In the language of the session. */
  readonly message?: string
}

/** The form as it stands with these answers. Rebuilt for each update; nothing in it is kept. */
export interface Session {
  /** All that applies now, in order: relevance is that of the answers as they are. */
  steps(): readonly Step[]
  /** The first question (or `more`) that applies and has no answer yet; undefined: complete. */
  open(): Extract<Step, { kind: 'question' | 'more' }> | undefined
  /** Whether the step has been answered, or skipped where that is allowed. */
  isAnswered(step: Step): boolean
  /** Whether the question may be left empty. */
  isRequired(path: string): boolean
  /** What can be chosen, after the filter, in the order in which it is shown. */
  choices(path: string): readonly Choice[]
  /** What stands in the question before anybody has answered: a default or a calculation; empty where nothing does. */
  prefilled(path: string): string
  /** A text of the form with its values filled in, in the language asked for or the best there is. */
  text(text: FormText | undefined, path: string, language: string): string
  /** The value as it is kept (several choices in the order of their list), or undefined when it is no answer to this question. */
  canonical(path: string, value: string): string | undefined
  /** Judges a canonical value; `undefined` when it may be kept. What is no answer to this question is refused without a message. */
  judge(path: string, value: string): Refusal | undefined
  /** Answers that were taken once and would be refused now, because others have changed. */
  violations(): readonly { readonly path: string; readonly refusal: Refusal }[]
  /** The value of anything that is worked out or answered; blank when it is not relevant. */
  value(path: string): string
  isRelevant(path: string): boolean
  /** Everything that belongs into the result: answers of relevant questions, and what is worked out. */
  result(): Result
  /** The node at a path with or without instance numbers. */
  node(path: string): FormNode
  /** What an answer to `path` changes. */
  afterAnswer(path: string, value: string): Aftermath
}

export interface Result {
  /** Of questions that are relevant; blank ones are left out. */
  readonly values: Answers
  /** Of calculations that are relevant, blank ones too. */
  readonly calculated: Answers
  /** Questions that are not relevant. */
  readonly skipped: readonly string[]
  /** What the form calls this response, from its settings. */
  readonly instanceName?: string
}

export interface Aftermath {
  /** Questions that come to apply or cease to; worked out when it is asked for, so that an answer stays cheap. */
  changes(): { readonly becameRelevant: readonly string[]; readonly becameIrrelevant: readonly string[] }
  /**
   * What is worked out at this moment only, by a trigger or by `once()`: to be kept in the answers together with
   * the answer itself.
   */
  readonly kept: Answers
}
