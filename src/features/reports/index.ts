import type { Feature } from '../../bot/feature.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import { takingPart, type Activities } from '../activities/index.ts'
import type { People } from '../people/index.ts'
import type { Questionnaires } from '../questionnaires/index.ts'
import { makeList } from './actions/make-list.ts'
import { chooseList } from './chat/buttons.ts'
import { listsChat } from './chat/lists.ts'
import { listedPeople } from './data/listed-people.ts'

export interface ReportsNeeds {
  database: Database
  clock: Clock
  texts: Texts
  people: People
  activities: Activities
  questionnaires: Questionnaires
  homeTimeZone: string
}

/** Reports: what leaves the house about an activity's people, for one purpose each. It reads and changes nothing. */
export function reports(needs: ReportsNeeds) {
  const lists = makeList({
    ...needs,
    listed: listedPeople(needs.database, takingPart, needs.activities.openWord),
  })
  const feature: Feature = {
    name: 'reports',
    chat: listsChat({ ...needs, lists }),
    activityKeys: (words, activityId) => [
      [
        {
          text: words.plain('reports:lists.open'),
          callback_data: chooseList.pack({ activityId, language: words.language }),
        },
      ],
    ],
  }
  return { feature }
}
