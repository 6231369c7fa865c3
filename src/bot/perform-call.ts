import { InputFile, type Api } from 'grammy'
import type { OutboxRow, OutboxRows } from './data/outbox-rows.ts'
import type { PerformCall } from './sender.ts'
import { NoAnswer } from './transport.ts'

type AnyCall = (payload: Record<string, unknown>) => Promise<unknown>

/**
 * Turns a row of the outbox into a call of the Bot API. A live message that stands in the chat already is edited; the
 * answer is the id of the message that stands there now.
 */
export function performCall(api: Api, outbox: Pick<OutboxRows, 'readFile'>): PerformCall {
  const call = (method: string, payload: Record<string, unknown>) => {
    const calls = api.raw as unknown as Record<string, AnyCall>
    const perform = calls[method]
    if (!perform) throw new Error(`The Bot API has no method ${method}.`)
    return perform(payload)
  }

  return async (row, screenMessageId) => {
    const payload = { chat_id: row.chatId, ...(JSON.parse(row.payload) as Record<string, unknown>) }
    if (row.method === 'closeScreen') return close(row, screenMessageId)
    if (row.method === 'sendMessage' && row.screen !== null && screenMessageId !== null) {
      await call('editMessageText', { ...payload, message_id: screenMessageId })
      return screenMessageId
    }
    const answer = await call(row.method, row.fileId === null ? payload : await withFile(row, payload))
    return messageIdOf(answer)
  }

  async function close(row: OutboxRow, messageId: number | null): Promise<null> {
    if (messageId !== null)
      await call('editMessageReplyMarkup', { chat_id: row.chatId, message_id: messageId })
    return null
  }

  async function withFile(
    row: OutboxRow,
    payload: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    const file = row.fileId === null ? undefined : await outbox.readFile(row.fileId).catch(notYet)
    if (!file) throw new Error(`The file of outbox row ${row.id} is gone.`)
    const part = row.method === 'sendPhoto' ? 'photo' : 'document'
    return { ...payload, [part]: new InputFile(file.content, file.name) }
  }
}

/** The database is away: nothing has been sent, so the call is made later instead of being given up. */
function notYet(): never {
  throw new NoAnswer('readFile', 'DATABASE', true)
}

function messageIdOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null || !('message_id' in answer)) return null
  return Number(answer.message_id)
}
