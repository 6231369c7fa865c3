import type { Part } from '../../bot/part.ts'
import type { Room } from './needs.ts'

/** Bringing a broadcast to each of its people: once, at the pace of the whole bot, past quiet hours and refusals. */
export function openSending(_room: Room) {
  const part: Part = {}
  return { part }
}
