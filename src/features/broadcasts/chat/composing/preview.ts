import type { Chat } from '../../../../bot/context.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import { languages, type Language } from '../../../../shared/localized-text.ts'
import type { People } from '../../../people/index.ts'
import type { AudienceLook } from '../../data/audience-numbers.ts'
import type { ReadersOf } from '../../data/audience-readers.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { mostWords, visibleLength } from '../../domain/visible-length.ts'
import type { MessagesFor } from '../sending/messages-for.ts'

export interface PreviewNeeds {
  people: Pick<People, 'wordsIn'>
  look: Pick<AudienceLook, 'count'>
  readers: ReadersOf
  messagesFor: MessagesFor
  messenger: Pick<Messenger, 'deliver'>
}

/**
 * Shows a draft in the author's own chat exactly as each language will see it, each marked as a test: as the first of its
 * readers will, whose fields are filled.
 */
export function previewing({ people, look, readers, messagesFor, messenger }: PreviewNeeds) {
  return async (chat: Chat, draft: ComposedDraft): Promise<void> => {
    const { byLanguage } = await look.count(draft.audience)
    for (const language of seenIn(draft, byLanguage)) {
      const head = {
        language: chat.words.plain(`people:language.${language}`),
        count: byLanguage[language] ?? 0,
      }
      chat.tell({ text: chat.words('composing:preview.head', head), isSilent: true })
      await show(chat, draft, language)
    }
  }

  async function show(chat: Chat, draft: ComposedDraft, language: Language): Promise<void> {
    const [first] = await readers(draft.audience, language, { after: 0, limit: 1 })
    const addressee = { recipientId: 0, personId: first?.personId ?? draft.personId, language }
    const seen = (await messagesFor({ ...draft, authorId: draft.personId }, [addressee])).get(0)
    const [why, value = ''] = seen?.kind === 'failed' ? seen.because.split(':') : []
    const length = seen?.kind === 'messages' ? visibleLength(seen.filled) : Number(value)
    if (length > mostWords) {
      chat.tell({ text: `⚠️ ${chat.words(composingErrors.textLong(length, mostWords))}`, isSilent: true })
      return
    }
    if (seen?.kind !== 'messages') {
      chat.tell({
        text:
          why === 'field'
            ? chat.words('composing:preview.emptyField', { field: `{${value}}` })
            : chat.words('composing:preview.noText', {
                language: people.wordsIn(chat.words.language).plain(`people:language.${language}`),
              }),
        isSilent: true,
      })
      return
    }
    for (const one of [...seen.messages.media, seen.messages.words])
      await messenger.deliver(chat.viewer.userId, one, { priority: priorities.reply })
  }
}

/** The languages that somebody reads; where nobody is known to read any, those with a text. */
function seenIn({ content }: ComposedDraft, readers: Partial<Record<Language, number>>): readonly Language[] {
  const read = languages.filter((language) => (readers[language] ?? 0) > 0)
  if (read.length > 0) return read
  const written = languages.filter((language) => content.texts[language] !== undefined)
  return written.length > 0 ? written : ['tr']
}
