import type { Room } from './needs.ts'
import type { Part } from './chat/part.ts'

/** The day of travel: who is on board, who is missing, who was there. */
export function openBoarding(_room: Room) {
  const part: Part = {}
  return { part }
}
