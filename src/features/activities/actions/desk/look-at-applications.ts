import type { Clock } from '../../../../platform/clock.ts'
import { grantsOfCoordinator, mayDo, reachOf, type People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationSearch } from '../../data/desk/application-search.ts'
import type { Sought } from '../../data/desk/sought.ts'
import type { FacetChoices } from '../../data/desk/facet-choices.ts'
import type { SearchStore } from '../../data/desk/search-store.ts'
import type { Activity } from '../../domain/activity.ts'
import type { ApplicationFilter, Lack } from '../../domain/desk/application-filter.ts'
import { readSearch } from '../../domain/desk/search-words.ts'
import { activityErrors } from '../../domain/errors.ts'

export interface LookAtApplicationsNeeds {
  activities: ActivityStore
  search: ApplicationSearch
  choices: FacetChoices
  searches: SearchStore
  people: Pick<People, 'roles' | 'firms'>
  clock: Clock
  homeTimeZone: string
  /** Who of an activity has a form or a document outstanding, by application. */
  lacking(activityId: number, what: Lack): Promise<readonly number[]>
}

export type LookAtApplications = ReturnType<typeof lookAtApplications>

/** The applications of whoever runs activities: only those of their own, whatever a button says. */
export function lookAtApplications(needs: LookAtApplicationsNeeds) {
  const { activities, searches, people, clock, homeTimeZone, lacking } = needs

  /** The same filter without what is not there any more, and who and what it names. */
  async function open(personId: number | null, asked: ApplicationFilter) {
    const grants = await grantsOfCoordinator(people, personId, 'decideApplications')
    const activity = asked.activityId === undefined ? undefined : await theirs(asked.activityId)
    const typed =
      asked.searchId === undefined ? undefined : await searches.wordsOf(asked.searchId, personId ?? 0)
    const { searchId, ...rest } = asked
    const filter = typed === undefined ? rest : { ...rest, ...(searchId === undefined ? {} : { searchId }) }
    const words = typed === undefined ? undefined : readSearch(typed)
    const sought: Sought = {
      ...{ filter, reach: reachOf(grants, 'decideApplications'), now: clock.now(), homeTimeZone },
      ...(words ? { words } : {}),
    }
    return { activity, sought, typed, isSearchGone: searchId !== undefined && typed === undefined }

    async function theirs(activityId: number): Promise<Activity> {
      const found = await activities.read(activityId)
      if (!found) throw activityErrors.unknown()
      if (!mayDo(grants, 'decideApplications', found.code)) throw activityErrors.notYours()
      return found
    }
  }

  return {
    open,

    /** What a filter's numbers are called. */
    async named({ firmId, group, activityId }: ApplicationFilter) {
      const firm = firmId === undefined ? undefined : await people.firms.read(firmId)
      const name =
        group === undefined || activityId === undefined
          ? undefined
          : await needs.choices.groupName(activityId, group)
      return { ...(firm ? { firm: firm.name } : {}), ...(name === undefined ? {} : { group: name }) }
    },

    /** A page of them; the first one, where so many are not there any more. */
    async page(asked: Sought, at: { offset: number; limit: number }) {
      const { activityId, lack } = asked.filter
      const sought =
        lack === undefined || activityId === undefined
          ? asked
          : { ...asked, only: await lacking(activityId, lack) }
      const page = await needs.search.page(sought, at)
      if (page.rows.length > 0 || at.offset === 0) return { ...page, offset: at.offset }
      return { ...(await needs.search.page(sought, { ...at, offset: 0 })), offset: 0 }
    },

    choices: needs.choices.of,
    keepSearch: searches.keep,
  }
}
