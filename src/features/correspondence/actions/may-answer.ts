import type { Activities } from '../../activities/index.ts'
import { mayDo, type People } from '../../people/index.ts'
import type { ThreadStore } from '../data/thread-store.ts'
import { correspondenceErrors } from '../domain/errors.ts'
import type { Thread } from '../domain/letter.ts'

export interface MayAnswerNeeds {
  people: Pick<People, 'roles'>
  activities: Pick<Activities, 'store'>
  threads: Pick<ThreadStore, 'readLocked'>
}

export type MayAnswer = ReturnType<typeof mayAnswer>

/** The thread, locked, if this person may answer in it: whoever coordinates its activity now; their own they may not. */
export function mayAnswer({ people, activities, threads }: MayAnswerNeeds) {
  return async (personId: number | null, threadId: number | null): Promise<Thread> => {
    const thread = threadId === null ? undefined : await threads.readLocked(threadId)
    if (!thread) throw correspondenceErrors.gone()
    const grants = personId === null ? [] : await people.roles.of(personId)
    const activity = thread.activityId === null ? undefined : await activities.store.read(thread.activityId)
    const may = activity ? mayDo(grants, 'answerLetters', activity.code) : mayDo(grants, 'answerTheHouse')
    if (!may || thread.personId === personId) throw correspondenceErrors.notYours()
    return thread
  }
}
