import { fillingFields } from './chat/addressing/filling-fields.ts'
import { audienceNumbers } from './data/audience-numbers.ts'
import { audienceQueries } from './data/audience-query.ts'
import { readingFieldFacts } from './data/field-facts.ts'
import type { Room } from './needs.ts'

export type Addressing = ReturnType<typeof openAddressing>

/** Who a broadcast is for: conditions, live numbers, whom nobody reaches, and the fields of the words for each. */
export function openAddressing(room: Room) {
  const queries = audienceQueries({ ...room, missingFrom: room.itinerary.missingFrom })
  return {
    /** The query of whom an audience means. */
    queries,
    look: audienceNumbers(room.database, queries),
    fields: fillingFields({ ...room, facts: readingFieldFacts(room.database) }),
  }
}
