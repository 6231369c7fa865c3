import type { MessageEntity } from 'grammy/types'
import type { ApiContext } from './bot-api/method.ts'
import { without } from './fields.ts'
import { changeBot } from './incoming.ts'
import { PhoneError } from './phone-error.ts'
import { fileVerbs } from './phone-files.ts'
import { hideOneTimeKeyboard, phoneNeeds, type PhoneNeeds } from './phone-needs.ts'
import { phoneState } from './phone-state.ts'
import { settingVerbs } from './phone-settings.ts'
import { pressButton } from './pressing.ts'
import { typed } from './typed.ts'
import type { PhoneState, PhoneVerbs } from './verbs.ts'

/** A person's phone: what they can do with the bot, and what they see. */
export interface Phone extends PhoneVerbs {
  readonly userId: number
  state(): PhoneState
}

export function phone(context: ApiContext, userId: number): Phone {
  const needs = phoneNeeds(context, userId)
  return {
    userId,
    state: () => phoneState(context.world, userId),
    ...chatVerbs(needs),
    ...fileVerbs(needs),
    ...settingVerbs(needs),
  }
}

function chatVerbs(needs: PhoneNeeds) {
  const { world, queue, presses } = needs
  return {
    start({ payload }: { payload?: string }) {
      const { user, isDeleted } = needs.person()
      if (isDeleted) throw new PhoneError('This account has been deleted.', 'deleted')
      if (needs.chat().bot === 'kicked') changeBot(needs, needs.chat(), user, 'member')
      world.people.change(user.id, { hasStarted: true })
      world.chats.change(user.id, { bot: 'member' })
      // A payload that Telegram does not accept is dropped, and the link opens without it.
      const isGood = payload !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(payload)
      needs.say(typed(isGood ? `/start ${payload}` : '/start'))
    },
    type({ text, entities = [], replyTo }: { text: string; entities?: MessageEntity[]; replyTo?: number }) {
      const content = typed(text, entities)
      needs.say(content, replyTo)
      hideOneTimeKeyboard(needs, text)
    },
    edit({ messageId, text }: { messageId: number; text: string }) {
      const kept = world.messages.get(needs.openChat().id, messageId)
      if (kept?.message.from?.id !== needs.person().user.id || kept.message.text === undefined)
        throw new PhoneError('Only a text of your own can be changed.', 'notYours')
      const rest = without(kept.message, 'entities')
      const message = { ...rest, ...typed(text), edit_date: world.now() } as typeof kept.message
      world.messages.put({ ...kept, message })
      queue.push('edited_message', message as never, `chat ${message.chat.id}`)
    },
    async press({ messageId, row, column }: { messageId: number; row: number; column: number }) {
      const query = pressButton(needs, needs.openChat(), needs.person().user, { messageId, row, column })
      return { answer: query === null ? null : await presses.wait(query) }
    },
  }
}
