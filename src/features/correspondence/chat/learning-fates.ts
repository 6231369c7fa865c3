import type { Fate } from '../../../bot/feature.ts'
import type { ForumStore } from '../data/forum-store.ts'
import type { Letter, LetterState } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import { joined } from '../../../platform/texts/html.ts'
import { formatPhone } from '../../people/index.ts'
import type { Cards } from './cards.ts'
import { readPlace } from './passing-on.ts'

export interface LearningFatesNeeds extends Room {
  cards: Cards
  forums: Pick<ForumStore, 'arrived'>
  lose(chatId: number): Promise<void>
  /** A letter was refused in a group: most likely its topic has been deleted. */
  miss(chatId: number, threadId: number): Promise<void>
}

/** What has become of letters on their way: where they stand now, and who has to be told that one did not arrive. */
export function learningFates(needs: LearningFatesNeeds) {
  const { letters, places, people, writers } = needs

  async function learn({ about, fate, messageId, messageIds }: Fate): Promise<void> {
    const placeId = readPlace(about)
    const place = placeId === undefined ? undefined : await places.read(placeId)
    const letter = place && (await letters.read(place.letterId))
    if (!place || !letter) return
    if (fate === 'sent') await places.arrived(place.id, messageIds ?? (messageId === null ? [] : [messageId]))
    else if (fate !== 'inDoubt') await places.remove(place.id)
    // A group where nothing can be said any more: its topic or the bot's place in it is gone.
    if (place.chatId < 0 && letter.direction === 'in' && letter.threadId !== null) {
      if (fate === 'sent') await needs.forums.arrived(letter.threadId)
      if (fate === 'refused') await needs.miss(place.chatId, letter.threadId)
      if (fate === 'unreachable') await needs.lose(place.chatId)
    }
    if (letter.direction === 'out') return learnAnswer(letter, fate)
    // Answered while its card was on the way, or said otherwise.
    const isOld = letter.settledAt !== null || letter.editedAt !== null
    if (fate === 'sent' && place.role === 'card' && letter.threadId !== null && isOld)
      await needs.cards.redrawAgain(letter.threadId, [letter.id])
  }

  async function learnAnswer(letter: Letter, fate: Fate['fate']): Promise<void> {
    const state = states[fate]
    // One part that did not arrive is the fate of the whole.
    if (state !== 'sent' || letter.state === 'sending') await letters.mark(letter.id, state)
    if (state === 'sent' || letter.authorId === null || letter.state === state) return
    const writer = (await writers([{ personId: letter.personId, activityId: null }])).get(letter.personId)
    const key = state === 'in_doubt' ? 'doubt' : state === 'unreachable' ? 'unreachable' : 'refused'
    await people.tell(letter.authorId, (words) => ({
      text: [
        words(`correspondence:answer.${key}`, { name: writer?.name ?? `#${letter.personId}` }),
        ...(writer?.phone ? [joined([`☎️ ${formatPhone(writer.phone)}`]).toString()] : []),
      ].join('\n'),
      isProtected: true,
    }))
  }

  return async (fates: readonly Fate[]): Promise<void> => {
    for (const fate of fates) await learn(fate)
  }
}

const states: Readonly<Record<Fate['fate'], LetterState>> = {
  sent: 'sent',
  inDoubt: 'in_doubt',
  unreachable: 'unreachable',
  refused: 'refused',
}
