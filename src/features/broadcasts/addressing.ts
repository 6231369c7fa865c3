import type { Part } from '../../bot/part.ts'
import type { Room } from './needs.ts'

/** Who a broadcast is for: conditions, live numbers, whom nobody reaches, and the fields of the words for each. */
export function openAddressing(_room: Room) {
  const part: Part = {}
  return { part }
}
