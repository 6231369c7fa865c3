import { Composer, type Middleware } from 'grammy'
import type { Chat } from './context.ts'
import type { Feature } from './feature.ts'
import { homeCard, openHome, openHomeBelow } from './home.ts'
import { showingAgain, type OpenInRooms } from './open-in-rooms.ts'
import { DomainError } from '../shared/domain-error.ts'

/** `/start`, links and the other commands that belong to no room. */
export function startLinks(features: readonly Feature[], openIn: OpenInRooms): Middleware<Chat> {
  const showsAgain = showingAgain(openIn)
  const composer = new Composer<Chat>()

  composer.command('start', async (chat) => {
    const payload = typeof chat.match === 'string' ? chat.match.trim() : ''
    if (payload !== '') return followLink(chat, features, payload)
    chat.tell(await homeCard(chat, features))
    await showsAgain(chat)
  })
  composer.callbackQuery(openHome.pattern, async (chat) => chat.turn(await homeCard(chat, features)))
  composer.callbackQuery(openHomeBelow.pattern, async (chat) => chat.tell(await homeCard(chat, features)))
  composer.command('help', async (chat) => {
    const asked = await Promise.all(features.map(async ({ whomToAsk }) => (await whomToAsk?.(chat)) ?? []))
    const people = [chat.words('bot:help.people'), ...asked.flat()].join('\n')
    for (const { helps } of await openIn(chat)) if (await helps?.(chat, people)) return
    chat.tell({ text: `${chat.words('bot:help.text')}\n\n${people}` })
    await showsAgain(chat)
  })
  composer.command('cancel', async (chat) => {
    for (const { pauses } of await openIn(chat)) if (await pauses?.(chat)) return
    chat.tell({ text: chat.words('bot:cancel.nothing') })
  })
  return composer.middleware()
}

/** Opens what a link `?start=<prefix>_<rest>` leads to. */
export async function followLink(chat: Chat, features: readonly Feature[], payload: string): Promise<void> {
  const [, prefix = '', rest = ''] = /^([a-z])_(.+)$/s.exec(payload) ?? []
  const open = features.map(({ links }) => links?.[prefix]).find((found) => found !== undefined)
  if (!open) throw new DomainError('bot:errors.unknownLink')
  await open(chat, rest)
}
