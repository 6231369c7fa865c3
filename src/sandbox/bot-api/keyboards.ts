import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types'
import type { KeptChat } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { checkInlineButton } from './inline-button.ts'
import { isRecord, type Input } from './input.ts'

/** What a `reply_markup` asks for. */
export type Markup =
  | { kind: 'none' }
  | { kind: 'inline'; keyboard: InlineKeyboardMarkup }
  | { kind: 'reply'; keyboard: ReplyKeyboardMarkup }
  | { kind: 'remove' }
  | { kind: 'force-reply' }

const inlineButtonsAtMost = 100
const replyButtonsAtMost = 300

export function readMarkup(input: Input, chat: KeptChat): Markup {
  const markup = input.json('reply_markup', 'reply keyboard markup')
  if (markup === undefined) return { kind: 'none' }
  if (!isRecord(markup)) throw badRequest('object expected as reply markup')
  const { keyboard, inline_keyboard: inline } = markup
  const rows = readRows(keyboard, 'Field "keyboard" must be an Array of Arrays')
  const inlineRows = readRows(
    inline,
    'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  )
  if (rows.length > 0) return { kind: 'reply', keyboard: readReplyKeyboard(markup, rows, chat) }
  if (inlineRows.length > 0) return readInlineKeyboard(inlineRows, chat)
  if (markup['remove_keyboard'] === true) return { kind: 'remove' }
  if (markup['force_reply'] === true) return { kind: 'force-reply' }
  return { kind: 'none' }
}

/** The keyboard of an edit: an inline one or, by leaving it out, none. */
export function readInlineMarkup(input: Input, chat: KeptChat): InlineKeyboardMarkup | undefined {
  const markup = readMarkup(input, chat)
  if (markup.kind === 'none') return undefined
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected')
  return markup.keyboard
}

function readRows(rows: unknown, complaint: string): unknown[][] {
  if (rows === undefined) return []
  if (!Array.isArray(rows) || !rows.every((row): row is unknown[] => Array.isArray(row)))
    throw badRequest(complaint.charAt(0).toLowerCase() + complaint.slice(1))
  return rows.filter((row) => row.length > 0)
}

function readInlineKeyboard(rows: unknown[][], chat: KeptChat): Markup {
  if (rows.flat().length > inlineButtonsAtMost) throw badRequest('reply markup is too long')
  const inline_keyboard = rows.map((row) => row.map((button) => checkInlineButton(button, chat)))
  return { kind: 'inline', keyboard: { inline_keyboard } }
}

function readReplyKeyboard(
  markup: Record<string, unknown>,
  rows: unknown[][],
  chat: KeptChat,
): ReplyKeyboardMarkup {
  if (rows.flat().length > replyButtonsAtMost) throw badRequest('reply markup is too long')
  const placeholder = markup['input_field_placeholder']
  if (typeof placeholder === 'string' && placeholder.length > 64)
    throw badRequest('input field placeholder is too long')
  const keyboard = rows.map((row) => row.map((button) => readReplyButton(button, chat)))
  return { ...markup, keyboard } as unknown as ReplyKeyboardMarkup
}

const privateOnly = {
  request_contact: 'phone number can be requested in private chats only',
  request_location: 'location can be requested in private chats only',
  request_poll: 'poll can be requested in private chats only',
  request_users: 'users can be requested in private chats only',
  request_chat: 'chats can be requested in private chats only',
  web_app: 'Web App buttons can be used in private chats only',
}

function readReplyButton(button: unknown, chat: KeptChat) {
  if (typeof button !== 'string' && !isRecord(button))
    throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object")
  const described = typeof button === 'string' ? { text: button } : button
  if (typeof described['text'] !== 'string')
    throw badRequest('can\'t parse keyboard button: Can\'t find field "text"')
  if (described['text'].trim() === '') throw badRequest('keyboard button text must be non-empty')
  for (const [field, complaint] of Object.entries(privateOnly))
    if (described[field] && chat.kind !== 'private') throw badRequest(complaint)
  return described
}
