import type { User } from 'grammy/types'
import { without } from './fields.ts'
import { changeBot } from './incoming.ts'
import type { PhoneNeeds } from './phone-needs.ts'
import type { PhoneVerbs } from './verbs.ts'

type SettingVerbs = Pick<PhoneVerbs, 'block' | 'unblock' | 'setLanguage' | 'rename' | 'deleteAccount'>

/** What a person changes about the bot and about themselves. */
export function settingVerbs(needs: PhoneNeeds): SettingVerbs {
  const { world } = needs
  return {
    block() {
      if (needs.chat().bot === 'member') changeBot(needs, needs.chat(), needs.person().user, 'kicked')
    },
    unblock() {
      if (needs.chat().bot === 'kicked') changeBot(needs, needs.chat(), needs.person().user, 'member')
    },
    setLanguage({ languageCode }) {
      const user = without(needs.person().user, 'language_code')
      world.people.change(user.id, {
        user: { ...user, ...(languageCode && { language_code: languageCode }) },
      })
    },
    rename({ firstName, lastName, username }) {
      const { user } = needs.person()
      world.people.change(user.id, { user: renamed(user, firstName, lastName, username) })
    },
    deleteAccount() {
      const { id } = needs.person().user
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
