import type { World } from '../world.ts'
import type { KeptChat } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { readLanguage } from './commands.ts'
import { isRecord, type Input } from './input.ts'
import type { Methods } from './method.ts'

const longest = { name: 64, description: 512, short_description: 120 }

type Which = keyof typeof longest

/** What the bot says about itself, per language, and its menu button. */
export const profileMethods: Methods = {
  setMyName: ({ world }, input) => setText(world, input, 'name'),
  setMyDescription: ({ world }, input) => setText(world, input, 'description'),
  setMyShortDescription: ({ world }, input) => setText(world, input, 'short_description'),
  getMyName: ({ world }, input) => ({ name: getText(world, input, 'name') || world.bot.first_name }),
  getMyDescription: ({ world }, input) => ({ description: getText(world, input, 'description') }),
  getMyShortDescription: ({ world }, input) => ({
    short_description: getText(world, input, 'short_description'),
  }),
  setChatMenuButton({ world }, input) {
    const button = readMenuButton(input)
    const chat = menuChat(world, input)
    if (chat) world.chats.change(chat.id, { menuButton: button })
    else world.menuButtons.set('default', button)
    return true
  },
  getChatMenuButton: ({ world }, input) =>
    menuChat(world, input)?.menuButton ?? world.menuButtons.get('default') ?? { type: 'default' },
}

function setText(world: World, input: Input, which: Which): true {
  const key = `${which}/${readLanguage(input)}`
  const text = input.text(which).trim()
  if (text.length > longest[which]) throw badRequest(`${which.replace('_', ' ')} is too long`)
  if (text === '') world.texts.delete(key)
  else world.texts.set(key, text)
  return true
}

const getText = (world: World, input: Input, which: Which): string =>
  world.texts.get(`${which}/${readLanguage(input)}`) ?? world.texts.get(`${which}/`) ?? ''

function menuChat(world: World, input: Input): KeptChat | undefined {
  if (!input.has('chat_id')) return undefined
  const chat = world.chats.get(input.integer('chat_id') ?? 0)
  if (!chat || chat.bot === 'left') throw badRequest('chat not found')
  if (chat.kind !== 'private') throw badRequest('chat menu button can be set only for private chats')
  return chat
}

function readMenuButton(input: Input): NonNullable<KeptChat['menuButton']> {
  const button = input.json('menu_button', 'menu button') ?? { type: 'default' }
  if (!isRecord(button)) throw badRequest("can't parse MenuButton: expected an Object")
  const { type, text, web_app: app } = button
  if (type === 'default' || type === 'commands') return { type }
  if (type !== 'web_app') throw badRequest("can't parse MenuButton: unsupported type specified")
  const url = isRecord(app) ? app['url'] : undefined
  if (typeof text !== 'string' || text === '' || typeof url !== 'string')
    throw badRequest("can't parse MenuButton: text and web_app expected")
  if (!url.startsWith('https://'))
    throw badRequest('menu button Web App URL is invalid: Only HTTPS links are allowed')
  return { type, text, web_app: { url } }
}
