import { mayDo } from '../../people/index.ts'
import type { Letter, Thread } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import { cardView, groupCardView } from './card-view.ts'
import type { Scenes } from './scenes.ts'

type OfRoom = 'places' | 'letters' | 'messenger' | 'texts' | 'threads' | 'people' | 'activities'

export interface CardsNeeds extends Pick<Room, OfRoom> {
  scenes: Scenes
}

export type Cards = ReturnType<typeof letterCards>

/** The cards of letters as they stand in the coordinators' chats: changed in place when somebody answers. */
export function letterCards(needs: CardsNeeds) {
  const { places, letters, messenger, texts, threads, people, activities, scenes } = needs

  async function redraw(thread: Thread, changed: readonly Letter[]): Promise<void> {
    if (changed.length === 0) return
    const scene = await scenes.of(thread)
    const mayRead = await readersOf(thread)
    const byId = new Map(changed.map((letter) => [letter.id, letter]))
    for (const card of await places.cardsOf([...byId.keys()])) {
      const letter = byId.get(card.letterId)
      if (!letter || card.messageId === null || (card.personId !== null && !mayRead.has(card.personId)))
        continue
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

  /** Whoever coordinates no more is shown nothing new, also where a card of theirs stands. */
  async function readersOf({ activityId }: Thread): Promise<Set<number>> {
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    const byPerson = Map.groupBy(await people.roles.all(), ({ personId }) => personId)
    const readers = [...byPerson].filter(([, grants]) =>
      activity ? mayDo(grants, 'answerLetters', activity.code) : mayDo(grants, 'answerTheHouse'),
    )
    return new Set(readers.map(([personId]) => personId))
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
