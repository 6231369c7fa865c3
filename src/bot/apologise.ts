import type { Texts } from '../platform/texts/open-texts.ts'
import { isLanguage, type Language } from '../shared/localized-text.ts'
import type { AnswerButton } from './answer-buttons.ts'
import type { ClaimedUpdate } from './data/claimed-updates.ts'
import type { Messenger } from './messenger.ts'

export interface ApologisingNeeds {
  answer: AnswerButton
  texts: Texts
  messenger: Pick<Messenger, 'say'>
  defaultLanguage: Language
}

/** Tells whoever has written that we have failed, with the code under which the log says why. */
export function apologising({ answer, texts, messenger, defaultLanguage }: ApologisingNeeds) {
  return async ({ lane, account, update }: ClaimedUpdate, id: string): Promise<void> => {
    const pressed = update.callback_query
    // The button must not go on spinning; best effort, as always.
    if (pressed) void answer(pressed.id)
    if (lane <= 0) return
    const language = isLanguage(account?.language) ? account.language : defaultLanguage
    messenger.say(lane, { text: texts.words(language)('bot:errors.broken', { id }) })
  }
}
