import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { CallApi } from './sending/transport.ts'

/** A short note over the chat, as the answer to a pressed button. */
export interface ButtonNote {
  text?: string
  asAlert?: boolean
  /** Something has been shown in the chat, so that the button need not say anything. */
  isSeen?: boolean
}

export type AnswerButton = (queryId: string, note?: ButtonNote) => Promise<void>

export interface AnswerButtonsNeeds {
  call: CallApi
  /** Nobody calls for so many seconds: Telegram has asked for it. */
  pause(seconds: number): Promise<void>
}

/** Milliseconds after which an answer is of no use any more. */
const longestWait = 10_000

/**
 * Ends the spinning of a pressed button. Best effort: "query is too old" and a lost answer harm nobody, the message in
 * the chat has changed anyway. A 429 holds all answers back, and whatever else is to be sent.
 */
export function answerButtons({ call, pause }: AnswerButtonsNeeds): AnswerButton {
  let silentUntil = 0

  async function answer(parameters: string, tries: number): Promise<void> {
    const wait = silentUntil - performance.now()
    if (wait > longestWait) return
    if (wait > 0) await sleep(wait, undefined, { ref: false })
    try {
      await call('answerCallbackQuery', parameters)
    } catch (error) {
      const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined
      if (seconds === undefined) return
      silentUntil = Math.max(silentUntil, performance.now() + seconds * 1000)
      await pause(seconds)
      if (tries > 1) await answer(parameters, tries - 1)
    }
  }

  return async (queryId, { text, asAlert } = {}) => {
    const parameters = {
      callback_query_id: queryId,
      ...(text ? { text } : {}),
      ...(asAlert ? { show_alert: true } : {}),
    }
    await answer(JSON.stringify(parameters), 2).catch(() => {})
  }
}
