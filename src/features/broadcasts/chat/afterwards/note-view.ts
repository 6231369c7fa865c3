import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import type { Content } from '../../domain/content.ts'
import { textFor } from '../../domain/text-for.ts'

const longest = 300

/** Edits make no sound: a short message that says what is right now. Fields stay out, so that it is the same for all. */
export function noteView(words: Words, content: Content, { isSilent }: { isSilent: boolean }): Message {
  const text = plainOf(textFor(content, words.language)?.html ?? '').replace(/\s+/g, ' ')
  return {
    text: words('broadcasts:correctedNote', { text: shortenedTo(text, longest) }),
    ...(isSilent ? { isSilent } : {}),
  }
}
