import { priorities } from '../../../bot/messenger.ts'
import { isQuiet } from '../../../shared/quiet-hours.ts'
import type { WhoAnswers } from '../actions/who-answers.ts'
import type { Letter, Thread } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import { cardView, isTooLongForCard } from './card-view.ts'
import { isOnTheWay, type Scenes } from './scenes.ts'

export interface PassingOnNeeds extends Room {
  scenes: Scenes
  whoAnswers: WhoAnswers
  /** Where coordinators have a group for an activity, its letters go there. */
  bringToGroup(letter: Letter, thread: Thread): Promise<boolean>
}

/** Minutes without an answer on a travel day after which the next coordinator is asked. */
export const minutesUntilNext = 30

export type PassingOn = ReturnType<typeof passingOn>

/** Brings letters to coordinators: a card that says who writes, and below it whatever is no text, copied as it is. */
export function passingOn(needs: PassingOnNeeds) {
  const { threads, letters, places, accounts, messenger, texts, clock, activities, homeTimeZone } = needs

  /** Passes a letter on to whoever answers about an activity; undefined: there is nobody. */
  async function pass(letter: Letter, activityId: number | null): Promise<Thread | undefined> {
    const { now: coordinators } = await needs.whoAnswers(activityId, letter.personId)
    if (coordinators.length === 0) return undefined
    const now = clock.now()
    const thread = await threads.open(letter.personId, activityId, now)
    await letters.passOn(letter.id, thread.id)
    await threads.wait(thread.id, now, await nextAt(thread))
    const passed = { ...letter, threadId: thread.id, state: 'passed' as const }
    if (!(await needs.bringToGroup(passed, thread))) await bring(passed, thread, coordinators)
    return thread
  }

  /** When the next one is asked: only on a day of the trip, because then it cannot wait. */
  async function nextAt({ activityId }: Pick<Thread, 'activityId'>): Promise<Temporal.Instant | null> {
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    return activity && isOnTheWay(activity, clock.now())
      ? clock.now().add({ minutes: minutesUntilNext })
      : null
  }

  /** Puts a letter before coordinators, each on every phone of theirs. */
  async function bring(
    letter: Letter,
    thread: Thread,
    coordinators: readonly number[],
    { isEscalated = false }: { isEscalated?: boolean } = {},
  ): Promise<void> {
    const scene = await needs.scenes.of(thread)
    const phones = await accounts.ofPersons(coordinators)
    for (const personId of coordinators)
      for (const { userId, language, isReachable } of phones.get(personId) ?? []) {
        if (!isReachable) continue
        const words = texts.words(language)
        const shown = { ...(await scene(words, letter)), isEscalated }
        const isSilent = !shown.isTravelling && isQuiet(clock.now(), homeTimeZone)
        await bringTo(letter, { personId, chatId: userId }, { ...cardView(words, shown), isSilent })
      }
  }

  async function bringTo(
    letter: Letter,
    to: { personId: number | null; chatId: number; topic?: number },
    card: ReturnType<typeof cardView>,
  ): Promise<void> {
    const at = { letterId: letter.id, personId: to.personId, chatId: to.chatId, messageId: null }
    const topic = to.topic === undefined ? {} : { topic: to.topic }
    const cardId = await places.add({ ...at, role: 'card' })
    await messenger.deliver(
      to.chatId,
      { ...card, ...topic },
      { priority: priorities.urgent, about: aboutPlace(cardId) },
    )
    if (letter.kind === 'text' && !isTooLongForCard(letter)) return
    const sources = await places.of(letter.id, 'source')
    const [first] = sources
    if (!first) return
    const mediaId = await places.add({ ...at, role: 'media' })
    const copies = {
      fromChatId: first.chatId,
      messageIds: sources.flatMap(({ messageId }) => messageId ?? []),
      ...{ isProtected: true, isSilent: true, ...topic },
    }
    await messenger.deliver(to.chatId, copies, { priority: priorities.urgent, about: aboutPlace(mediaId) })
  }

  return { pass, bring, bringTo, nextAt }
}

const prefix = 'letter:'

/** What a delivery of the room is about: where a letter will stand. */
export const aboutPlace = (placeId: number): string => `${prefix}${placeId}`

/** Reads it again; undefined where it is another room's. */
export const readPlace = (about: string): number | undefined =>
  about.startsWith(prefix) ? Number(about.slice(prefix.length)) : undefined
