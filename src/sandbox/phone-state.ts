import type { BotCommand, Message } from 'grammy/types'
import { resolveCommands } from './bot-api/commands.ts'
import { PhoneError } from './phone-error.ts'
import type { PhoneState, ShownMessage } from './verbs.ts'
import type { World } from './world.ts'
import type { KeptMessage } from './world-things.ts'

/** Everything that the phone of this person shows right now. */
export function phoneState(world: World, userId: number): PhoneState {
  const person = world.people.get(userId)
  const chat = world.chats.get(userId)
  if (!person || !chat) throw new PhoneError(`There is no phone ${userId}.`)
  const language = (person.user.language_code ?? '').split('-')[0] ?? ''
  const commands: BotCommand[] = resolveCommands(world, chat, language)
  return {
    user: person.user,
    phoneNumber: person.phoneNumber,
    label: person.label,
    ...(person.role && { role: person.role }),
    ...(person.place && { place: person.place }),
    started: person.hasStarted,
    blocked: chat.bot === 'kicked',
    deleted: person.isDeleted,
    messages: world.messages.of(userId).map((kept) => showMessage(kept, chat.pinned, world.bot.id)),
    replyKeyboard: chat.replyKeyboard?.markup ?? null,
    spinning: spinningButtons(world, userId),
    lastAnswer: person.lastAnswer,
    action: actionInForce(world, userId),
    commands: commands.map(({ command, description }) => ({ command, description })),
    menuButton: chat.menuButton ?? world.menuButtons.get('default') ?? { type: 'default' },
    bot: describeBot(world, language),
  }
}

function describeBot(world: World, language: string): PhoneState['bot'] {
  const text = (which: string) =>
    world.texts.get(`${which}/${language}`) ?? world.texts.get(`${which}/`) ?? ''
  return {
    name: text('name') || world.bot.first_name,
    username: world.bot.username ?? '',
    description: text('description'),
    shortDescription: text('short_description'),
  }
}

const spinningButtons = (world: World, userId: number) =>
  world.queries
    .values()
    .filter(({ personId }) => personId === userId)
    .map(({ messageId, data }) => ({ messageId, data }))
    .toArray()

function actionInForce(world: World, chatId: number): string | null {
  const action = world.actions.get(chatId)
  return action && action.untilAt > Date.now() ? action.action : null
}

function showMessage(
  { message, isSilent, reaction }: KeptMessage,
  pinned: number[],
  botId: number,
): ShownMessage {
  const { message_id, from, date, edit_date, text, entities, caption, caption_entities, reply_markup } =
    message
  const isFromBot = from?.id === botId || message.sender_chat !== undefined
  return {
    id: message_id,
    from: isFromBot ? 'bot' : 'person',
    date,
    ...(edit_date !== undefined && { editedAt: edit_date }),
    ...(text !== undefined && { text }),
    ...(entities && { entities }),
    ...(caption !== undefined && { caption }),
    ...(caption_entities && { captionEntities: caption_entities }),
    ...(message.reply_to_message && { replyTo: message.reply_to_message.message_id }),
    ...(message.media_group_id && { album: message.media_group_id }),
    ...(reply_markup && { keyboard: reply_markup }),
    ...showContent(message),
    silent: isSilent,
    pinned: pinned.includes(message_id),
    ...(reaction && { reaction }),
  }
}

function showContent(message: Message): Partial<ShownMessage> {
  const { contact, location, venue, sticker, forward_origin: origin } = message
  return {
    ...showFiles(message),
    ...(sticker && { sticker: { emoji: sticker.emoji ?? '' } }),
    ...(contact && {
      contact: {
        phoneNumber: contact.phone_number,
        firstName: contact.first_name,
        ...(contact.last_name && { lastName: contact.last_name }),
      },
    }),
    ...(venue && { venue: { ...placeOf(venue.location), title: venue.title, address: venue.address } }),
    ...(location && !venue && { location: placeOf(location) }),
    ...(origin && { forwardedFrom: nameOfOrigin(origin) }),
    ...(message.pinned_message && { service: 'pinned a message' }),
  }
}

function showFiles({ photo, document, voice, video, animation }: Message): Partial<ShownMessage> {
  const largest = photo?.at(-1)
  return {
    ...(largest && { photo: { fileId: largest.file_id, width: largest.width, height: largest.height } }),
    ...(document &&
      !animation && {
        document: {
          fileId: document.file_id,
          name: document.file_name ?? '',
          mimeType: document.mime_type ?? '',
          size: document.file_size ?? 0,
        },
      }),
    ...(voice && { voice: { fileId: voice.file_id, seconds: voice.duration } }),
    ...((video ?? animation) && { video: { fileId: (video ?? animation)?.file_id ?? '' } }),
  }
}

const placeOf = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({
  latitude,
  longitude,
})

type Origin = NonNullable<Message['forward_origin']>

function nameOfOrigin(origin: Origin): string {
  if (origin.type === 'user') return origin.sender_user.first_name
  if (origin.type === 'hidden_user') return origin.sender_user_name
  const chat = origin.type === 'chat' ? origin.sender_chat : origin.chat
  return chat.title ?? ''
}
