import type { ItemChange } from './actions/publish-programme.ts'
import type { Room } from './needs.ts'
import type { Part } from './chat/part.ts'

/** Changes of the programme: who is told, when, and who has seen it. */
export function openTelling(_room: Room) {
  const part: Part = {}
  return {
    part,
    /** Notes what has to be told to those whom the changes concern. */
    noteChanges: async (_activityId: number, _changes: readonly ItemChange[]): Promise<void> => {},
    /** Somebody has come to an activity or left it, or is in other groups now. */
    participantsChanged: async (
      _activityId: number,
      _applicationIds: readonly number[] | 'all',
    ): Promise<void> => {},
  }
}
