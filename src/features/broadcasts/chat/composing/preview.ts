import type { Chat } from '../../../../bot/context.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import { languages, type Language } from '../../../../shared/localized-text.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import { displayName, type People } from '../../../people/index.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { textFor } from '../../domain/text-for.ts'
import { broadcastMessages } from '../broadcast-message.ts'
import type { AudienceNumbers } from './audience-step.ts'

export interface PreviewNeeds {
  people: Pick<People, 'persons' | 'wordsIn'>
  activities: Pick<Activities, 'store'>
  messenger: Pick<Messenger, 'deliver'>
}

/** Shows a draft in the author's own chat exactly as each language will see it, each marked as a test. */
export function previewing({ people, activities, messenger }: PreviewNeeds) {
  return async (chat: Chat, draft: ComposedDraft, { byLanguage }: AudienceNumbers): Promise<void> => {
    const author = await people.persons.read(draft.personId)
    const { activityId } = draft.audience
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    for (const language of seenIn(draft, byLanguage)) {
      const text = textFor(draft.content, language)
      if (!text) continue
      const words = people.wordsIn(language)
      const { media, words: message } = broadcastMessages(words, {
        ...{ broadcast: draft, recipientId: 0, filled: text.html, isFallback: text.isFallback },
        author: author ? displayName(author) : null,
        activity: activity ? titleOf(activity, language) : null,
        standing: draft.audience.states.includes('approved') ? 'approved' : 'applied',
        canOptOut: false,
      })
      const name = chat.words.plain(`people:language.${language}`)
      chat.tell({
        text: chat.words('composing:preview.head', { language: name, count: byLanguage[language] ?? 0 }),
        isSilent: true,
      })
      for (const one of [...media, message])
        await messenger.deliver(chat.viewer.userId, one, { priority: priorities.reply })
    }
  }
}

/** The languages that somebody reads; where nobody is known to read any, those with a text. */
function seenIn({ content }: ComposedDraft, readers: AudienceNumbers['byLanguage']): readonly Language[] {
  const read = languages.filter((language) => (readers[language] ?? 0) > 0)
  if (read.length > 0) return read
  const written = languages.filter((language) => content.texts[language] !== undefined)
  return written.length > 0 ? written : ['tr']
}
