import type { Room } from './needs.ts'
import type { Part } from './chat/part.ts'

/** The participants' side: the programme on the phone and in the calendar. */
export function openSeeing(_room: Room) {
  const part: Part = {}
  return { part }
}
