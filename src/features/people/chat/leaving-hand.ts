import type { Chat } from '../../../bot/context.ts'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { HandMessages } from '../../../bot/data/hand-messages.ts'
import type { Clock } from '../../../platform/clock.ts'

export interface LeavingHandNeeds {
  accounts: Pick<Accounts, 'leaveHand'>
  handMessages: Pick<HandMessages, 'takeUntold'>
  clock: Clock
}

/** Of what nobody has passed on, so many of the newest are still said. */
const mostSaid = 5

/** Somebody without Telegram has come to it: what nobody has passed on to them yet is said here. */
export const leavingHand =
  ({ accounts, handMessages, clock }: LeavingHandNeeds) =>
  async (chat: Chat, personId: number): Promise<void> => {
    if (!(await accounts.leaveHand(personId))) return
    const texts = await handMessages.takeUntold(personId, clock.now())
    for (const text of texts.slice(-mostSaid)) chat.tell({ text: chat.words('person:hand.kept', { text }) })
  }
