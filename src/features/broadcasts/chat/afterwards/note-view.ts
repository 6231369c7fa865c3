import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { inShort } from '../in-short.ts'

/** Edits make no sound: a short message that says what is right now. `filled`: Telegram's HTML with their own values. */
export const noteView = (words: Words, filled: string, { isSilent }: { isSilent: boolean }): Message => ({
  text: words('broadcasts:correctedNote', { text: inShort(filled) }),
  ...(isSilent ? { isSilent } : {}),
})
