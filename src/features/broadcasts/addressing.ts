import type { Part } from '../../bot/part.ts'
import { fillingFields } from './chat/addressing/filling-fields.ts'
import { readingFieldFacts } from './data/field-facts.ts'
import type { Room } from './needs.ts'

/** Who a broadcast is for: conditions, live numbers, whom nobody reaches, and the fields of the words for each. */
export function openAddressing(room: Room) {
  const part: Part = {}
  return { part, fields: fillingFields({ ...room, facts: readingFieldFacts(room.database) }) }
}
