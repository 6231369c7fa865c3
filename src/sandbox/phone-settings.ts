import type { User } from 'grammy/types'
import { changeBot } from './incoming.ts'
import type { PhoneNeeds } from './phone.ts'
import type { PhoneVerbs } from './verbs.ts'

type SettingVerbs = Pick<PhoneVerbs, 'block' | 'unblock' | 'setLanguage' | 'rename' | 'deleteAccount'>

/** What a person changes about the bot and about themselves. */
export function settingVerbs(needs: PhoneNeeds): SettingVerbs {
  const { world, person, chat } = needs
  return {
    block() {
      if (chat().bot === 'member') changeBot(needs, chat(), person().user, 'kicked')
    },
    unblock() {
      if (chat().bot === 'kicked') changeBot(needs, chat(), person().user, 'member')
    },
    setLanguage({ languageCode }) {
      const { language_code: _former, ...user } = person().user
      world.people.change(user.id, {
        user: { ...user, ...(languageCode && { language_code: languageCode }) },
      })
    },
    rename({ firstName, lastName, username }) {
      const { user } = person()
      world.people.change(user.id, { user: renamed(user, firstName, lastName, username) })
    },
    deleteAccount() {
      const { id } = person().user
      world.people.change(id, { isDeleted: true, user: { id, is_bot: false, first_name: '' } })
    },
  }
}

/** `null` takes a last name or username away, leaving it out keeps it. */
function renamed(user: User, firstName: string, lastName?: string | null, username?: string | null): User {
  const { last_name, username: formerUsername, ...rest } = user
  const newLastName = lastName === undefined ? last_name : lastName
  const newUsername = username === undefined ? formerUsername : username
  return {
    ...rest,
    first_name: firstName,
    ...(newLastName && { last_name: newLastName }),
    ...(newUsername && { username: newUsername }),
  }
}
