import type { Cupboard } from './world-shelf.ts'
import type { KeptMessage } from './world-things.ts'

/** Every message of every chat, oldest first within a chat. */
export interface Messages {
  get(chatId: number, messageId: number): KeptMessage | undefined
  /** Adds a message or replaces the one with its id. */
  put(kept: KeptMessage): void
  delete(chatId: number, messageId: number): boolean
  of(chatId: number): KeptMessage[]
  clear(): void
}

export function keptMessages(cupboard: Cupboard, onChange: (chatId: number) => void): Messages {
  const shelf = cupboard.shelf<KeptMessage>('message')
  const chats = new Map<number, Map<number, KeptMessage>>()
  const byAge = [...shelf.values()].sort((a, b) => a.message.message_id - b.message.message_id)
  byAge.forEach(index)

  function index(kept: KeptMessage) {
    const { chat, message_id } = kept.message
    const messages = chats.get(chat.id)
    if (messages) messages.set(message_id, kept)
    else chats.set(chat.id, new Map([[message_id, kept]]))
  }
  return {
    get: (chatId, messageId) => chats.get(chatId)?.get(messageId),
    put(kept) {
      index(kept)
      shelf.set(`${kept.message.chat.id}/${kept.message.message_id}`, kept)
      onChange(kept.message.chat.id)
    },
    delete(chatId, messageId) {
      if (!chats.get(chatId)?.delete(messageId)) return false
      shelf.delete(`${chatId}/${messageId}`)
      onChange(chatId)
      return true
    },
    of: (chatId) => [...(chats.get(chatId)?.values() ?? [])],
    clear() {
      chats.clear()
      shelf.clear()
    },
  }
}
