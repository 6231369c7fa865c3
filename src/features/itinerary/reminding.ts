import type { Room } from './needs.ts'
import type { Part } from './chat/part.ts'

/** Reminders: what is planned for whom, and saying it when it is due. */
export function openReminding(_room: Room) {
  const part: Part = {}
  return {
    part,
    /** Works out anew who is reminded of what and when, after anything has changed that a reminder hangs on. */
    replan: async (_activityId: number, _applicationIds: readonly number[] | 'all'): Promise<void> => {},
  }
}
