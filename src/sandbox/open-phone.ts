import type { World } from './world.ts'
import type { PhoneRole } from './verbs.ts'

export interface NewPhone {
  /** The user's id; a new one unless given. Opening a phone that is there already changes nothing. */
  id?: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
  phoneNumber: string
  /** What the page calls this person. */
  label: string
  role?: PhoneRole
  /** Where they are at home, in its own spelling. */
  place?: string
}

/** A further person with a phone, who has not started the bot yet; answers their user id. */
export function openPhone(world: World, newPhone: NewPhone): number {
  const { firstName, lastName, username, languageCode, phoneNumber, label, role, place } = newPhone
  const id = newPhone.id ?? world.next('person', 5_000_000_001)
  if (world.people.get(id)) return id
  const user = {
    id,
    is_bot: false,
    first_name: firstName,
    ...(lastName && { last_name: lastName }),
    ...(username && { username }),
    ...(languageCode && { language_code: languageCode }),
  }
  world.chats.set(id, { id, kind: 'private', bot: 'left', members: [], replyKeyboard: null, pinned: [] })
  world.people.set(id, {
    user,
    phoneNumber,
    label,
    ...(role && { role }),
    ...(place && { place }),
    hasStarted: false,
    isDeleted: false,
    lastAnswer: null,
  })
  return id
}
