import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { AcceptedRole } from '../actions/give-roles.ts'
import { mayDo } from '../domain/rights.ts'
import type { Grant } from '../domain/roles.ts'

type Limited = Pick<Grant, 'role' | 'activityCode'>

/** A role in words, and where it holds. */
export const roleWords = (words: Words, { role, activityCode }: Limited) => ({
  role: words.plain(`people:role.${role}`),
  asRole: words.plain(`people:role.asRole.${role}`),
  where: activityCode ?? words.plain('people:role.everywhere'),
})

/** What to say to somebody whose link has just given them a role, or has led to one they have. */
export function roleWelcome(words: Words, { role, activityCode, isNew }: AcceptedRole): string {
  const isCoordinating = mayDo([{ id: 0, personId: 0, role, activityCode }], 'openDesk')
  const key = isNew ? 'people:role.welcome' : 'people:role.already'
  return words(isCoordinating ? key : `${key}Staff`, roleWords(words, { role, activityCode }))
}

/** To the owners: somebody has used a link that gives a role. */
export const linkUsed = (words: Words, name: string, grant: Limited): Message => ({
  text: words('people:role.linkUsed', { name, ...roleWords(words, grant) }),
})
