import type { CallApi } from './transport.ts'

/** A short note over the chat, as the answer to a pressed button. */
export interface ButtonNote {
  text?: string
  asAlert?: boolean
}

export type AnswerButton = (queryId: string, note?: ButtonNote) => Promise<void>

/**
 * Ends the spinning of a pressed button. Best effort: "query is too old" and a lost answer harm nobody, the message in
 * the chat has changed anyway.
 */
export function answerButtons(call: CallApi): AnswerButton {
  return async (queryId, { text, asAlert } = {}) => {
    const parameters = {
      callback_query_id: queryId,
      ...(text ? { text } : {}),
      ...(asAlert ? { show_alert: true } : {}),
    }
    await call('answerCallbackQuery', JSON.stringify(parameters)).catch(() => {})
  }
}
