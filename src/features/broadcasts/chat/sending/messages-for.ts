import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { isByHand } from '../../../../shared/by-hand.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import { displayName, type People } from '../../../people/index.ts'
import type { StandingRow } from '../../data/standings.ts'
import type { Broadcast } from '../../domain/broadcast.ts'
import { textFor, type TextFor } from '../../domain/text-for.ts'
import { mostUnits, visibleLength } from '../../domain/visible-length.ts'
import {
  broadcastMessages,
  type BroadcastMessages,
  type Standing,
  type ToSomebody,
} from '../broadcast-message.ts'

/** The words with each person's own values in their fields, or the field that is empty for them. */
export type FillFields = (wanted: {
  html: string
  personIds: readonly number[]
  language: Language
  activityId: number | null
}) => Promise<ReadonlyMap<number, string | { missing: string }>>

/** Somebody a broadcast is for, in the language of their phone. */
export interface Addressee {
  recipientId: number
  personId: number
  language: Language
  /** The chat it goes to; a preview has none. */
  chatId?: number
}

/**
 * What somebody gets, and in it the words with their own values; or why they cannot: `language`, `field:` and its name, or
 * `long:` and the length of the words, where a value has grown too long since they were checked.
 */
export type ForSomebody =
  | { kind: 'messages'; words: Words; messages: BroadcastMessages; filled: string }
  | { kind: 'failed'; because: string }

export interface MessagesForNeeds {
  people: { persons: Pick<People['persons'], 'read'> }
  activities: { store: Pick<Activities['store'], 'read'> }
  texts: Texts
  readStandings(activityId: number | null, personIds: readonly number[]): Promise<Map<number, StandingRow>>
  fill: FillFields
}

type Written = Pick<Broadcast, 'content' | 'priority' | 'answers' | 'authorId' | 'audience'>
type More = Pick<ToSomebody, 'correctedAt' | 'sentEarlierAt' | 'pressed' | 'isSilent'>

export type MessagesFor = ReturnType<typeof messagesFor>

/** The messages of a broadcast for many at once: the same number of statements, however many they are. */
export function messagesFor({ people, activities, texts, readStandings, fill }: MessagesForNeeds) {
  return async (
    broadcast: Written,
    addressees: readonly Addressee[],
    more: (addressee: Addressee, words: Words) => More = () => ({}),
  ): Promise<Map<number, ForSomebody>> => {
    const { activityId } = broadcast.audience
    const author = await people.persons.read(broadcast.authorId)
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    const standings = await readStandings(activityId, idsOf(addressees))
    const messages = new Map<number, ForSomebody>()
    for (const readers of Map.groupBy(addressees, wayTo).values()) {
      const [{ language, chatId: userId = 0 } = noReader] = readers
      const words = texts.wordsTo({ userId, language })
      const text = textFor(broadcast.content, language)
      const filled = text && (await fill({ ...text, personIds: idsOf(readers), activityId }))
      for (const reader of readers) {
        const standing = standings.get(reader.personId) ?? 'contact'
        const html = filled?.get(reader.personId) ?? { missing: '' }
        messages.set(reader.recipientId, text ? write({ reader, text, html, standing }) : noText)
      }

      function write({ reader, text, html, standing }: Reading): ForSomebody {
        if (typeof html !== 'string') return { kind: 'failed', because: `field:${html.missing}` }
        const said = broadcastMessages(words, {
          ...{ broadcast, standing, filled: html, recipientId: reader.recipientId },
          isFallback: text.isFallback,
          author: author ? displayName(author) : null,
          activity: activity ? titleOf(activity, language) : null,
          canOptOut: broadcast.priority === 'normal' && standing !== 'approved',
          ...more(reader, words),
        })
        return isTooLong(said, words)
          ? { kind: 'failed', because: `long:${visibleLength(html)}` }
          : { kind: 'messages', words, messages: said, filled: html }
      }
    }
    return messages
  }
}

/** What is told by a coordinator's mouth has no such end. */
const isTooLong = ({ words }: BroadcastMessages, { isByHand: is }: Words): boolean =>
  !is && 'text' in words && visibleLength(words.text) > mostUnits.text

/** Those who are spoken to with the same words: in a language, on a phone or by a coordinator's mouth. */
const wayTo = ({ language, chatId = 0 }: Addressee): string => `${language} ${isByHand(chatId)}`

const noReader: Pick<Addressee, 'language' | 'chatId'> = { language: 'en' }

const idsOf = (addressees: readonly Addressee[]) => addressees.map(({ personId }) => personId)

const noText = { kind: 'failed', because: 'language' } as const

interface Reading {
  reader: Addressee
  text: TextFor
  html: string | { missing: string }
  standing: Standing
}
