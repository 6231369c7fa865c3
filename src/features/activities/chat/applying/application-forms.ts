import type { Chat } from '../../../../bot/context.ts'
import type { TappedAnswer } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { QuestionButtons } from '../../../../bot/drafts/question-buttons.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'

/** An answer of the form, as it is shown; `step` is the short name by which it is changed. */
export interface FormLine {
  step: string
  label: string
  value: string
}

/** The answers of the form, and what has to be said about them. */
export interface FormShown {
  lines: readonly FormLine[]
  /** It was closed before everything was answered. */
  note?: string
}

/** What its questions are asked inside of. */
export interface FormFrame {
  head: string
  buttons: QuestionButtons
  draft: { id: number; revision: number }
  stepPrefix: string
}

/** The form of an application as it stands, and what can be done with it. */
export interface FormInside {
  /** Grows with every change of its answers. */
  revision: number
  /** Short name of the question that is open; undefined: everything is answered. */
  step: string | undefined
  /** How many questions there are to be asked, and at which of them somebody is. */
  progress: { at: number; of: number }
  wantsFile: boolean
  coversKeyboard: boolean
  view(words: Words, frame: FormFrame, refusal?: string): Message
  /** Shows the pictures and sounds of the open question; whether there was something. */
  showMedia(chat: Chat): Promise<boolean>
  /** Takes a tap, or what stands in the message. */
  answer(chat: Chat, tapped?: TappedAnswer): Promise<FormInside>
  /** The question before; undefined at the first. */
  back(): Promise<FormInside | undefined>
  change(step: string): Promise<FormInside>
  /** What has to be asked before it can be handed in, and why; undefined: nothing. */
  left(words: Words): Promise<{ form: FormInside; refusal?: string } | undefined>
  lines(words: Words): FormLine[]
  /** Whoever applies was in the middle of another form, in whose place this one is asked, and has not been told yet. */
  news?: FormNews
}

/** What has to be said once, before the next question. */
export interface FormNews {
  text(words: Words): string
  markTold(): Promise<void>
}

/** An application, as far as its form has to know it. */
export interface ApplicationRef {
  id: number
  activityId: number
  personId: number
  /** What the core has been told about the person, by the names of `heyet_profile`; undefined while it is not complete. */
  told: Readonly<Record<string, string>> | undefined
}

/**
 * The form that an activity asks between the core of an application and its summary. Whoever keeps forms plugs it in: this
 * room knows nothing of what is in them.
 */
export interface ApplicationForms {
  /** The form of a draft; undefined where its activity asks none at this moment. */
  open(draft: ApplicationRef): Promise<FormInside | undefined>
  /** How often its answers have changed; nothing is begun by asking. */
  revision(draft: Omit<ApplicationRef, 'told'>): Promise<number>
  /**
   * Undefined where no form was begun that is not asked any more; else what was answered in it, which goes with the draft as it
   * is, where something was.
   */
  ended(draft: Omit<ApplicationRef, 'told'>): Promise<((words: Words) => FormShown | undefined) | undefined>
  /** Nothing is left behind as a draft: what is not asked any more is kept as far as it was given. */
  handIn(chat: Chat, draft: ApplicationRef): Promise<void>
  /** What was handed in with an application, open to be answered anew: the handed in one counts until it is handed in again. */
  reopened(application: ApplicationRef): Promise<FormInside | undefined>
  /** What has been answered anew takes the place of what was handed in. */
  handInAgain(chat: Chat, application: ApplicationRef): Promise<void>
  /** Nothing of it is answered anew any more. */
  closeAgain(applicationId: number): Promise<void>
  /** What was handed in with an application, for a reader of any language. */
  shown(applicationId: number): Promise<((words: Words) => FormShown) | undefined>
  /** The application is another person's, or withdrawn: so are its answers. */
  follows(applicationId: number): Promise<void>
}
