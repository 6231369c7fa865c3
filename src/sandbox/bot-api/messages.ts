import { badRequest } from './api-error.ts'
import { readMessageText } from './formatted-text.ts'
import { isRecord, type Input } from './input.ts'
import type { Methods } from './method.ts'
import { send, type Content } from './sending.ts'
import { writableChat } from './targets.ts'

/** Messages without a file. */
export const messageMethods: Methods = {
  sendMessage: ({ world }, input) => send(world, input, () => readText(input)),
  sendLocation: ({ world }, input) => send(world, input, () => ({ location: readLocation(input) })),
  sendVenue: ({ world }, input) => send(world, input, () => readVenue(input)),
  sendContact: ({ world }, input) => send(world, input, () => ({ contact: readContact(input) })),
  sendChatAction({ world }, input) {
    const chat = writableChat(world, input)
    const action = input.text('action')
    if (!chatActions.has(action)) throw badRequest('wrong parameter action in request')
    const untilAt = Date.now() + actionMilliseconds
    world.actions.set(chat.id, { action, untilAt })
    world.events.phoneChanged(chat.id)
    setTimeout(() => world.events.phoneChanged(chat.id), actionMilliseconds).unref()
    return true
  },
}

const actionMilliseconds = 5000

const chatActions: ReadonlySet<string> = new Set(
  `typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker
   find_location record_video_note upload_video_note`.split(/\s+/),
)

/** The text of a message with what is marked in it, and how its links are to be previewed. */
export function readText(input: Input): Content {
  const { text, entities } = readMessageText(input)
  const preview = input.json('link_preview_options', 'link preview options')
  if (preview !== undefined && !isRecord(preview)) throw badRequest('object expected as link preview options')
  return {
    text,
    ...(entities.length > 0 && { entities }),
    ...(preview && { link_preview_options: preview }),
  }
}

function readLocation(input: Input) {
  const latitude = input.number('latitude')
  const longitude = input.number('longitude')
  if (latitude === undefined) throw badRequest('latitude is empty')
  if (longitude === undefined) throw badRequest('longitude is empty')
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
  return { latitude, longitude }
}

function readVenue(input: Input): Content {
  const location = readLocation(input)
  const title = input.text('title').trim()
  const address = input.text('address').trim()
  if (title === '') throw badRequest('VENUE_TITLE_EMPTY')
  if (address === '') throw badRequest('VENUE_ADDRESS_EMPTY')
  return { venue: { location, title, address }, location }
}

function readContact(input: Input) {
  const phone_number = input.text('phone_number').trim()
  const first_name = input.text('first_name').trim()
  if (phone_number === '') throw badRequest('phone number is empty')
  if (first_name === '') throw badRequest('first name is empty')
  return {
    phone_number,
    first_name,
    ...(input.has('last_name') && { last_name: input.text('last_name') }),
    ...(input.has('vcard') && { vcard: input.text('vcard') }),
  }
}
