import { InputFile, type Api } from 'grammy'
import type { Message } from 'grammy/types'
import { isByHand } from '../../shared/by-hand.ts'
import type { OutboxRow, OutboxRows } from '../data/outbox-rows.ts'
import { waysToSend } from '../message.ts'
import type { Made, PerformCall, Standing } from './sender.ts'
import { NoAnswer, type CallApi } from './transport.ts'

type AnyCall = (payload: Record<string, unknown>) => Promise<unknown>

export interface PerformNeeds {
  api: Api
  call: CallApi
  /** A file has gone up that is about something; it may be shown again under this id. */
  onUploaded(about: string, fileId: string): Promise<void>
  /** What is said to somebody without Telegram leaves the house by a coordinator's mouth. */
  keepForHand(row: OutboxRow): Promise<number | null>
}

/**
 * Turns a row of the outbox into a call of the Bot API. A live message that stands in the chat already is edited; the
 * answer is the id of the message that stands there now.
 */
export function performCall(
  { api, call, onUploaded, keepForHand }: PerformNeeds,
  outbox: Pick<OutboxRows, 'readFile'>,
): PerformCall {
  return async (row, stands) => {
    const { method, payload, chatId, screen, fileId } = row
    if (isByHand(chatId)) return keepForHand(row)
    const screenMessageId = row.isFresh ? null : stands.screenMessageId
    if (method === 'pinScreen') return pin(chatId, stands)
    if (method === 'unpinScreen') return unpin(chatId, stands.pinnedMessageId)
    if (method === 'closeScreen') return close(chatId, screenMessageId)
    if (method === 'sendMessage' && screen !== null && screenMessageId !== null) {
      const edit = asEdit(payload)
      await call('editMessageText', into(edit, { chat_id: chatId, message_id: screenMessageId }))
      return screenMessageId
    }
    if (method === 'refreshMessage') {
      await call('editMessageText', into(payload, { chat_id: chatId }))
      return null
    }
    if (fileId === null) return madeBy(await call(method, into(payload, { chat_id: chatId })))
    const answer = await upload(method, await withFile(row, fileId))
    const known = row.about === null ? undefined : fileIdIn(answer)
    if (row.about !== null && known !== undefined) await onUploaded(row.about, known)
    return madeBy(answer)
  }

  async function close(chatId: number, messageId: number | null): Promise<null> {
    if (messageId !== null)
      await call('editMessageReplyMarkup', into('{}', { chat_id: chatId, message_id: messageId }))
    return null
  }

  /** The new one first: better two pinned messages for a moment than none. */
  async function pin(chatId: number, { screenMessageId: now, pinnedMessageId: before }: Standing) {
    if (now === null || now === before) return before
    const numbers = { chat_id: chatId, message_id: now }
    await call('pinChatMessage', JSON.stringify({ ...numbers, disable_notification: true }))
    await unpin(chatId, before)
    return now
  }

  async function unpin(chatId: number, messageId: number | null): Promise<null> {
    if (messageId !== null)
      await call('unpinChatMessage', JSON.stringify({ chat_id: chatId, message_id: messageId }))
    return null
  }

  /** A file travels in parts, not as JSON: grammY knows how. */
  function upload(method: string, payload: Record<string, unknown>): Promise<unknown> {
    const calls = api.raw as unknown as Record<string, AnyCall>
    const perform = calls[method]
    if (!perform) throw new Error(`The Bot API has no method ${method}.`)
    return perform(payload)
  }

  async function withFile(row: OutboxRow, fileId: number): Promise<Record<string, unknown>> {
    const file = await outbox.readFile(fileId).catch(notYet)
    if (!file) throw new Error(`The file of outbox row ${row.id} is gone.`)
    const part = Object.values(waysToSend).find(({ method }) => method === row.method)?.part ?? 'document'
    const payload = JSON.parse(row.payload) as Record<string, unknown>
    return { chat_id: row.chatId, ...payload, [part]: new InputFile(file.content, file.name) }
  }
}

/**
 * What an edit takes of a message to be sent: it makes no sound and stays as protected as it was. Inside a text the
 * quotation marks would be escaped, so nothing else can look like this.
 */
const asEdit = (payload: string): string =>
  payload.replace(/,"(?:disable_notification|protect_content)":true/g, '')

/** Puts numbers at the front of a JSON object without reading it; it was written by us a moment ago. */
function into(payload: string, numbers: Record<string, number>): string {
  const added = JSON.stringify(numbers)
  return payload === '{}' ? added : `${added.slice(0, -1)},${payload.slice(1)}`
}

/** The database is away: nothing has been sent, so the call is made later instead of being given up. */
function notYet(): never {
  throw new NoAnswer('readFile', 'DATABASE', true)
}

/** The id of what a message shows; of a picture's sizes the largest. */
function fileIdIn(answer: unknown): string | undefined {
  const { photo, audio, voice, video, animation, video_note: note, document } = answer as Partial<Message>
  return (photo?.at(-1) ?? audio ?? voice ?? video ?? animation ?? note ?? document)?.file_id
}

/** The message that a call has made, or those of an album. */
function madeBy(answer: unknown): Made {
  return Array.isArray(answer) ? answer.flatMap((one) => messageIdOf(one) ?? []) : messageIdOf(answer)
}

function messageIdOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null || !('message_id' in answer)) return null
  return Number(answer.message_id)
}
