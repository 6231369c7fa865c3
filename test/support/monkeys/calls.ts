import type { ReceivedCall } from '../../../src/sandbox/sandbox-events.ts'
import { mark } from './roles.ts'

export interface Key {
  text: string
  callback_data?: string
}

type Markup = { inline_keyboard?: Key[][] } | undefined

export const markupOf = ({ payload }: ReceivedCall): Markup => {
  const given = payload['reply_markup']
  return (typeof given === 'string' ? JSON.parse(given) : given) as Markup
}

export const keysOf = (call: ReceivedCall): Key[] => (markupOf(call)?.inline_keyboard ?? []).flat()

/** What a call shows: its text, and the words on its buttons. */
export function wordsOf(call: ReceivedCall): string[] {
  const { text, caption } = call.payload
  const written = [text, caption].filter((part) => typeof part === 'string')
  return [...written.map((part) => part.replace(/<[^>]*>/g, '')), ...keysOf(call).map((key) => key.text)]
}

/** Without what somebody has written or was told before, which stands as it was. */
export function unquoted(call: ReceivedCall): ReceivedCall {
  const { text } = call.payload
  if (typeof text !== 'string') return call
  const own = text
    .replace(/<blockquote[^>]*>.*?<\/blockquote>/gs, '')
    .replace(/(🤖|↩️)[^<\n]*<i>.*?<\/i>/gsu, '')
    .replace(/<pre>.*?<\/pre>/gs, '')
  return { ...call, payload: { ...call.payload, text: own } }
}

/** Whose names stand in a text. */
export const marked = (text: string): string[] =>
  [...text.matchAll(new RegExp(`(\\p{L}+)${mark}`, 'giu'))].map(([, name = '']) => name.toLowerCase())

/** Whose chat it goes to. */
export const chatOf = ({ payload }: ReceivedCall): number => Number(payload['chat_id'])
