import type { Letter, Thread } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import { cardView, groupCardView } from './card-view.ts'
import type { Scenes } from './scenes.ts'

export interface CardsNeeds extends Pick<Room, 'places' | 'letters' | 'messenger' | 'texts' | 'threads'> {
  scenes: Scenes
}

export type Cards = ReturnType<typeof letterCards>

/** The cards of letters as they stand in the coordinators' chats: changed in place when somebody answers. */
export function letterCards({ places, letters, messenger, texts, threads, scenes }: CardsNeeds) {
  async function redraw(thread: Thread, changed: readonly Letter[]): Promise<void> {
    if (changed.length === 0) return
    const scene = await scenes.of(thread)
    const byId = new Map(changed.map((letter) => [letter.id, letter]))
    for (const card of await places.cardsOf([...byId.keys()])) {
      const letter = byId.get(card.letterId)
      if (!letter || card.messageId === null) continue
      const isGroup = card.chatId < 0
      const words = texts.words(isGroup ? await scenes.groupLanguage(thread) : (card.language ?? 'en'))
      const shown = await scene(words, letter)
      messenger.refresh(
        card.chatId,
        card.messageId,
        isGroup ? groupCardView(words, shown) : cardView(words, shown),
      )
    }
  }

  return {
    redraw,
    /** The same of letters that have just been settled or changed. */
    async redrawAgain(threadId: number, letterIds: readonly number[]): Promise<void> {
      const thread = await threads.read(threadId)
      const fresh = await Promise.all(letterIds.map((id) => letters.read(id)))
      if (thread)
        await redraw(
          thread,
          fresh.flatMap((letter) => letter ?? []),
        )
    },
  }
}
