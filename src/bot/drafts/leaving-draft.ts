import type { Chat } from '../context.ts'
import type { TextKey } from '../../platform/texts/catalogue.ts'
import { isRefused, type DomainError } from '../../shared/domain-error.ts'
import { personIdOf, type DraftSittingNeeds } from './draft-sitting-needs.ts'

/** The ways out of a sitting: laid aside until later, at its end because it can go on no more, or thrown away. */
export function leavingDraft<Step extends string, Standing extends { step: Step | 'summary' }>(
  needs: DraftSittingNeeds<Step, Standing>,
) {
  const { buttons, filling, screenOf, texts } = needs

  /** What cannot go on is said at the first touch, and the draft is laid aside. */
  async function end(chat: Chat, draftId: number, because: DomainError): Promise<'is over'> {
    await isRefused(() => filling.pause(draftId, personIdOf(chat)))
    chat.leave(screenOf(draftId))
    chat.tell({ text: chat.words(because), replyKeyboard: 'remove' })
    return 'is over'
  }

  async function leave(chat: Chat, draftId: number): Promise<'is over'> {
    const ended = await needs.endedBecause?.(draftId)
    if (ended) return end(chat, draftId, ended)
    const standing = await filling.standing(draftId)
    const isCovered = needs.coversKeyboard?.(standing) ?? needs.wayBack === undefined
    await filling.pause(draftId, personIdOf(chat))
    chat.leave(screenOf(draftId))
    const { paused, title } = texts(standing, chat.words.language)
    const text = chat.words(paused, title === undefined ? {} : { title })
    // A message has either its own buttons or takes the phone's away; the words say where the way back is.
    const back = isCovered ? undefined : await needs.wayBack?.(chat, draftId)
    chat.tell(back ? { text, keyboard: [back.row] } : { text, replyKeyboard: 'remove' })
    return 'is over'
  }

  async function discard(chat: Chat, draftId: number): Promise<'is over'> {
    const standing = await filling.standing(draftId)
    const text = chat.words(texts(standing, chat.words.language).discarded)
    await filling.discard(draftId, personIdOf(chat))
    chat.display(
      screenOf(draftId),
      needs.coversKeyboard?.(standing) ? { text, replyKeyboard: 'remove' } : { text },
    )
    return 'is over'
  }

  async function askDiscard(chat: Chat, draftId: number): Promise<'goes on'> {
    const { words } = chat
    const standing = await filling.standing(draftId)
    const { confirmDiscard, discard } = texts(standing, words.language)
    const key = (text: TextKey, callback_data: string) => [{ text: words.plain(text), callback_data }]
    const keyboard = [
      key(discard, buttons.discard.pack({ draftId })),
      key('bot:back', buttons.keep.pack({ draftId })),
    ]
    // Telegram does not edit a message that came with the phone's own keyboard.
    const isFresh = needs.coversKeyboard?.(standing) ?? false
    chat.display(screenOf(draftId), { text: words(confirmDiscard), keyboard }, isFresh ? { isFresh } : {})
    // Where an older message was tapped, the question stands further down, or stood there before.
    chat.toast(words.plain(confirmDiscard))
    return 'goes on'
  }

  return { end, leave, discard, askDiscard }
}
