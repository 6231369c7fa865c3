import type { InlineKeyboardButton } from 'grammy/types'
import type { KeptChat } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { checkedLink } from './html.ts'
import { asText, isRecord } from './input.ts'

const actions = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
]

const cannotParse = (words: string) => badRequest(`can't parse inline keyboard button: ${words}`)

/** The button itself, if Telegram would take it: a text and exactly one action. */
export function checkInlineButton(button: unknown, chat: KeptChat): InlineKeyboardButton {
  if (!isRecord(button)) throw cannotParse('InlineKeyboardButton must be an Object')
  const { text, style } = button
  if (typeof text !== 'string') throw cannotParse('Can\'t find field "text"')
  if (style !== undefined && !['danger', 'success', 'primary'].includes(asText(style)))
    throw cannotParse('invalid button style specified')
  const given = actions.filter((action) => isGiven(button[action]))
  if (given.length === 0) throw cannotParse('Text buttons are unallowed in the inline keyboard')
  // Telegram would take the first one in silence; whoever sends two has made a mistake.
  if (given.length > 1) throw cannotParse(`exactly one action is expected, found ${given.join(' and ')}`)
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  checkAction(button, chat)
  return button as unknown as InlineKeyboardButton
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''

function checkAction(
  { callback_data: data, url, web_app: app, copy_text: copy }: Record<string, unknown>,
  chat: KeptChat,
) {
  if (data !== undefined && (typeof data !== 'string' || Buffer.byteLength(data) > 64))
    throw badRequest('BUTTON_DATA_INVALID')
  if (url !== undefined) checkUrl(url)
  if (app !== undefined) checkWebApp(app, chat)
  if (copy !== undefined) {
    const copied = isRecord(copy) ? copy['text'] : undefined
    if (typeof copied !== 'string' || copied.length < 1 || copied.length > 256)
      throw badRequest('BUTTON_COPY_TEXT_INVALID')
  }
}

function checkUrl(url: unknown) {
  if (typeof url !== 'string') throw cannotParse('Field "url" must be of type String')
  // So it is at Telegram: a host without a dot, `localhost` among them, is no link.
  if (checkedLink(url) === null)
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
}

function checkWebApp(app: unknown, chat: KeptChat) {
  const url = isRecord(app) ? app['url'] : undefined
  if (typeof url !== 'string') throw cannotParse('Can\'t find field "url"')
  if (!url.startsWith('https://'))
    throw badRequest(`inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`)
  if (chat.kind !== 'private') throw badRequest('BUTTON_TYPE_INVALID')
}
