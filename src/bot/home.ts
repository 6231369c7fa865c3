import type { Words } from '../platform/texts/words.ts'
import { button } from './callback-data.ts'
import type { Chat } from './context.ts'
import type { Feature, HomePart } from './feature.ts'
import type { Message } from './messenger.ts'

export const openHome = button('b.home')

export const homeButton = (words: Words) => ({
  text: words.plain('bot:home.button'),
  callback_data: openHome.pack({}),
})

/** The same underneath: what was tapped is a message that stays. */
export const openHomeBelow = button('b.homebelow')

export const homeBelowButton = (words: Words) => ({
  text: words.plain('bot:home.button'),
  callback_data: openHomeBelow.pack({}),
})

/** The home card: what applies to this person now, from every room that has something to say. */
export async function homeCard(chat: Chat, features: readonly Feature[]): Promise<Message> {
  const parts: HomePart[] = []
  const greetings: string[] = []
  for (const { home, greets } of features) {
    if (greets) greetings.push(chat.words('bot:home.greeting', { salutation: await greets(chat) }))
    const part = await home?.(chat)
    if (part) parts.push(part)
  }
  const lines = parts.flatMap((part) => part.lines)
  return {
    text: [...greetings, ...lines].join('\n\n'),
    keyboard: parts.flatMap((part) => part.buttons),
  }
}
