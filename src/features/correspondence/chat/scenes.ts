import type { Words } from '../../../platform/texts/words.ts'
import type { Language } from '../../../shared/localized-text.ts'
import { plainOf } from '../../broadcasts/index.ts'
import { titleOf, type Activity } from '../../activities/index.ts'
import { displayName } from '../../people/index.ts'
import { isUnderWay } from '../domain/choose-activity.ts'
import type { Letter, Thread, Writer } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import type { CardScene } from './card-view.ts'

export type Scenes = ReturnType<typeof scenes>

/** What the cards of a thread show, read once for all of its letters and phones. */
export function scenes(
  room: Pick<Room, 'activities' | 'people' | 'writers' | 'letters' | 'clock' | 'defaultLanguage'>,
) {
  const { activities, people, writers, letters, clock, defaultLanguage } = room

  const firstName = async (personId: number | null): Promise<string | null> => {
    const person = personId === null ? undefined : await people.persons.read(personId)
    if (!person) return null
    return person.givenNames?.split(' ')[0] ?? displayName(person)
  }

  /** The scene of each letter, in the language of whoever reads it. */
  async function of(thread: Thread) {
    const activity = thread.activityId === null ? undefined : await activities.store.read(thread.activityId)
    const writer = (await writers([thread])).get(thread.personId) ?? nobody(thread.personId)
    const isTravelling = activity !== undefined && isOnTheWay(activity, clock.now())
    const takenBy = await firstName(thread.takenBy)
    const names = new Map<number, string | null>()
    return async (words: Words, letter: Letter): Promise<CardScene> => {
      const { settledBy, isAnswered } = letter
      if (settledBy !== null && !names.has(settledBy)) names.set(settledBy, await firstName(settledBy))
      return {
        ...{ letter, threadId: thread.id, writer, isTravelling, takenBy },
        activity: activity ? titleOf(activity, words.language) : null,
        settledBy: settledBy === null ? null : (names.get(settledBy) ?? null),
        answer: isAnswered ? await answerTo(letter) : undefined,
      }
    }
  }

  /** The first words that came back after a letter. */
  async function answerTo({ threadId, id }: Letter): Promise<string | undefined> {
    if (threadId === null) return undefined
    const after = (await letters.lastOf(threadId, 20)).find(
      (one) => one.direction === 'out' && one.id > id && one.words.text !== '',
    )
    return after && plainOf(after.words.text)
  }

  /** In a group the working language of its activity is spoken. */
  async function groupLanguage({ activityId }: Pick<Thread, 'activityId'>): Promise<Language> {
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    return activity?.workingLanguage ?? defaultLanguage
  }

  return { of, firstName, groupLanguage }
}

/** Whether it is one of the days of an activity, by its own clock. */
export const isOnTheWay = (activity: Activity, now: Temporal.Instant): boolean =>
  isUnderWay(activity, now.toZonedDateTimeISO(activity.timeZone).toPlainDate())

const nobody = (personId: number): Writer => ({
  ...{ personId, name: `#${personId}`, firm: null, phone: null },
  ...{ bus: null, hotel: null, room: null, language: null },
})
