import type { Part } from '../../bot/part.ts'
import type { Room } from './needs.ts'

/** What comes after a broadcast: corrections, recall, replies, people who join late, and who wants no more of them. */
export function openAfterwards(_room: Room) {
  const part: Part = {}
  return { part }
}
