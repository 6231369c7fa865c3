import type { Part } from '../../bot/part.ts'
import type { Room } from './needs.ts'

/** What a coordinator does to write a broadcast: words, media, languages, urgency, answers, hour, preview. */
export function openComposing(_room: Room) {
  const part: Part = {}
  return { part }
}
