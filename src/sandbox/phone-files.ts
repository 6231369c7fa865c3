import { newAlbumId } from './bot-api/album-id.ts'
import { forwardOf } from './bot-api/copies.ts'
import { readCaption } from './bot-api/formatted-text.ts'
import { mediaContent } from './bot-api/media-content.ts'
import { keepFile } from './bot-api/stored-files.ts'
import { PhoneError } from './phone-error.ts'
import { hideOneTimeKeyboard, type PhoneNeeds } from './phone-needs.ts'
import type { PhoneVerbs } from './verbs.ts'

type FileVerbs = Pick<PhoneVerbs, 'shareContact' | 'shareLocation' | 'sendFile' | 'sendSticker' | 'forward'>

/** What a phone can send besides texts. */
export function fileVerbs(needs: PhoneNeeds): FileVerbs {
  const { world } = needs
  return {
    shareContact({ contact }) {
      needs.say({ contact: contact ? otherContact(contact) : ownContact(needs) })
      hideOneTimeKeyboard(needs, null)
    },
    shareLocation({ latitude, longitude }) {
      needs.say({ location: { latitude, longitude } })
      hideOneTimeKeyboard(needs, null)
    },
    sendFile({ kind, name, mimeType, bytes, caption = '', albumOf = 1, album }) {
      needs.openChat()
      const group = album ?? (albumOf > 1 ? newAlbumId(world) : undefined)
      for (let item = 0; item < albumOf; item++) {
        const file = keepFile(world, kind, { name, mimeType, bytes })
        const words = item === 0 ? readCaption(caption, '', undefined) : {}
        needs.say({ ...mediaContent(world, file), ...words, ...(group && { media_group_id: group }) })
      }
    },
    sendSticker({ emoji }) {
      needs.openChat()
      const upload = { name: 'sticker.webp', mimeType: 'image/webp', bytes: new Uint8Array([82, 73, 70, 70]) }
      needs.say(mediaContent(world, keepFile(world, 'sticker', upload), { emoji }))
    },
    forward({ fromUserId, messageId, album }) {
      const original = world.messages.get(fromUserId, messageId)?.message
      if (!original || original.has_protected_content)
        throw new PhoneError('This message cannot be forwarded.', 'notForwardable')
      needs.say({ ...forwardOf(original), ...(album && { media_group_id: album }) })
    },
  }
}

function ownContact(needs: PhoneNeeds) {
  const { user, phoneNumber } = needs.person()
  return {
    phone_number: phoneNumber,
    first_name: user.first_name,
    ...(user.last_name && { last_name: user.last_name }),
    user_id: user.id,
  }
}

type Other = NonNullable<Parameters<PhoneVerbs['shareContact']>[0]['contact']>

const otherContact = ({ phoneNumber, firstName, lastName, userId }: Other) => ({
  phone_number: phoneNumber,
  first_name: firstName,
  ...(lastName && { last_name: lastName }),
  ...(userId !== undefined && { user_id: userId }),
})
