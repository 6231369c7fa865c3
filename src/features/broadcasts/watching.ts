import type { Part } from '../../bot/part.ts'
import type { Room } from './needs.ts'

/** How far a broadcast is: progress, report, who has seen and answered what, and who has to be asked again. */
export function openWatching(_room: Room) {
  const part: Part = {}
  return { part }
}
