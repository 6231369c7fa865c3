import { choosingActivity } from './chat/addressing/choosing-activity.ts'
import { choosingAudience } from './chat/addressing/choosing-audience.ts'
import { openConditions } from './chat/addressing/conditions/index.ts'
import { fillingFields } from './chat/addressing/filling-fields.ts'
import { quickWays } from './chat/addressing/quick-ways.ts'
import { sayingAudience } from './chat/addressing/saying-audience.ts'
import { audienceNumbers } from './data/audience-numbers.ts'
import { audienceOptions } from './data/audience-options.ts'
import { audienceQueries } from './data/audience-query.ts'
import { readingFieldFacts } from './data/field-facts.ts'
import type { Room } from './needs.ts'

export type Addressing = ReturnType<typeof openAddressing>

/** Who a broadcast is for: conditions, live numbers, whom nobody reaches, and the fields of the words for each. */
export function openAddressing(room: Room) {
  const { database, itinerary, documents } = room
  const queries = audienceQueries({
    ...{ database, missingFrom: itinerary.missingFrom },
    openAnswer: (kept) => room.questionnaires.openAnswer(kept),
    peopleWithout: documents.missing.peopleWithout,
  })
  const look = audienceNumbers(database, queries)
  const conditions = openConditions({ ...room, offered: audienceOptions(database, queries) })
  const say = sayingAudience(conditions, room.activities)
  const choosing = { ...room, look, conditions, say, chooseActivity: choosingActivity(room) }
  return {
    /** The question whom a broadcast is for. */
    step: choosingAudience({ ...choosing, quick: quickWays(choosing) }),
    /** Whom an audience means, in one sentence. */
    describe: say.describe,
    /** The query of whom an audience means. */
    queries,
    look,
    fields: fillingFields({ ...room, facts: readingFieldFacts(database, room.activities.openWord) }),
  }
}
