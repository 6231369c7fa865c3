import { without } from '../fields.ts'
import { badRequest } from './api-error.ts'
import { isRecord, type Input } from './input.ts'
import type { Methods } from './method.ts'
import { findMessage, writableChat } from './targets.ts'

/** Reactions of the bot: one emoji for a message at most, out of Telegram's list. */
export const reactionMethods: Methods = {
  setMessageReaction({ world }, input) {
    const chat = writableChat(world, input)
    const kept = findMessage(world, input, chat, 'message to react')
    const reaction = readReaction(input)
    world.messages.put({ ...without(kept, 'reaction'), ...(reaction !== undefined && { reaction }) })
    return true
  },
}

function readReaction(input: Input): string | undefined {
  const list = input.json('reaction', 'reaction types') ?? []
  if (!Array.isArray(list)) throw badRequest('expected an Array of ReactionType')
  if (list.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  const type: unknown = list[0]
  if (type === undefined) return undefined
  if (!isRecord(type) || typeof type['type'] !== 'string')
    throw badRequest('can\'t parse ReactionType: Can\'t find field "type"')
  // Custom emoji and paid reactions are not for bots.
  const emoji = type['emoji']
  if (type['type'] !== 'emoji' || typeof emoji !== 'string' || !allowed.has(plain(emoji)))
    throw badRequest('REACTION_INVALID')
  return emoji
}

/** With or without the sign that asks for a coloured picture, it is the same emoji. */
const plain = (emoji: string) => emoji.replaceAll('\ufe0f', '')

const allowed: ReadonlySet<string> = new Set(
  (
    '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 ' +
    '👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
  ).split(' '),
)
