import type { Chat } from '../../../bot/context.ts'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { HandMessages } from '../../../bot/data/hand-messages.ts'

export interface LeavingHandNeeds {
  accounts: Pick<Accounts, 'leaveHand'>
  handMessages: Pick<HandMessages, 'takeUntold'>
}

/** Of what nobody has passed on, so many of the newest are still said. */
const mostSaid = 5

/** Somebody without Telegram has come to it: what nobody has passed on to them yet is said here. */
export const leavingHand =
  ({ accounts, handMessages }: LeavingHandNeeds) =>
  async (chat: Chat, personId: number): Promise<void> => {
    if (!(await accounts.leaveHand(personId))) return
    const texts = await handMessages.takeUntold(personId)
    for (const text of texts.slice(-mostSaid)) chat.tell({ text: chat.words('person:hand.kept', { text }) })
  }
