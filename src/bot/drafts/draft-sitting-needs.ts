import type { InlineKeyboardButton, Message as TelegramMessage } from 'grammy/types'
import type { Chat } from '../context.ts'
import type { Message } from '../messenger.ts'
import type { TextKey } from '../../platform/texts/catalogue.ts'
import type { Language } from '../../shared/localized-text.ts'
import type { DomainError } from '../../shared/domain-error.ts'
import { draftErrors } from '../../shared/own-draft.ts'
import type { QuestionButtons } from './question-buttons.ts'

/** What becomes of the sitting after an update. */
export type Course = 'goes on' | 'is over'

/** An answer that needs no reading of words. */
export type TappedAnswer = { kind: 'choice'; value: string } | { kind: 'skip' }

/** What a kind of draft brings to its sitting. */
export interface DraftSittingNeeds<Step extends string, Standing extends { step: Step | 'summary' }> {
  name: string
  buttons: QuestionButtons
  isStep: (text: string) => text is Step
  /** The verbs of the draft; each checks that it is this person's and writes to it at once. */
  filling: {
    standing(draftId: number): Promise<Standing>
    draftOf(draftId: number, personId: number): Promise<{ revision: number }>
    back(draftId: number, personId: number): Promise<Standing>
    change(draftId: number, personId: number, step: Step): Promise<Standing>
    pause(draftId: number, personId: number): Promise<unknown>
    discard(draftId: number, personId: number): Promise<void>
  }
  /** Takes an answer: a tap, or without one what stands in the message. */
  answer(chat: Chat, standing: Standing, draftId: number, tapped?: TappedAnswer): Promise<Standing>
  /** The question that is open, or the summary; `refusal` says why the last answer was not taken. */
  view(chat: Chat, standing: Standing, refusal?: string): Promise<Message>
  /** Says what comes before the open question in messages of their own; true: there was something, the question comes beneath. */
  beforeAsking?(chat: Chat, standing: Standing): Promise<boolean>
  /** Whether the sitting is over with this answer, without anything being handed in by a tap. */
  isOver?(standing: Standing): boolean
  /** Hands in what is complete, and the sitting is over; or resolves with what has to be asked first. */
  submit(chat: Chat, draftId: number): Promise<Standing | undefined>
  screenOf: (draftId: number) => string
  /** Why the draft can go on no more: its deadline has passed meanwhile. */
  endedBecause?(draftId: number): Promise<DomainError | undefined>
  /** Whether something that was asked in it is not asked any more, so that its last buttons fit nothing. */
  isCutShort?(standing: Standing): boolean
  /**
   * Whether something else is asked than stands in the chat, and nobody has said so: what was written or tapped is no answer to
   * it. It is said before the question.
   */
  isAskedOtherwise?(standing: Standing): boolean
  /** Whether a file is what the open question asks for; else files go on to whom they belong. */
  wantsFile?(draftId: number, message: TelegramMessage): Promise<boolean>
  /** Takes the rest of an album whose first picture was an answer; else one answer is enough for all of it. */
  takesRestOfAlbum?(chat: Chat, draftId: number): Promise<boolean>
  /** The button that leads back to the draft, and what is said with it while it is complete. */
  wayBack?(chat: Chat, draftId: number): Promise<{ text: string; row: InlineKeyboardButton[] }>
  /** Whether a command begins other work, for which this is laid aside instead of being asked again beneath it. */
  yieldsTo?(standing: Standing, command: string): boolean
  /** Whether the question stands on a keyboard in place of the phone's own, which has to be taken away. */
  coversKeyboard?(standing: Standing): boolean
  /** What a draft that stands like this says of being left. */
  texts: (standing: Standing, language: Language) => LeavingTexts
}

interface LeavingTexts {
  paused: TextKey
  discard: TextKey
  confirmDiscard: TextKey
  discarded: TextKey
  /** What it is about, where these texts name it. */
  title?: string
}

/** Whoever is at the other end; somebody who is no person yet has no draft. */
export const personIdOf = (chat: Chat): number => {
  if (chat.viewer.personId === null) throw draftErrors.notYours()
  return chat.viewer.personId
}
