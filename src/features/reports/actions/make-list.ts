import type { Activities, Activity } from '../../activities/index.ts'
import { mayDo, type Grant, type People } from '../../people/index.ts'
import type { Questionnaires } from '../../questionnaires/index.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { ListedPeople } from '../data/listed-people.ts'
import type { Listed } from '../domain/listed.ts'
import { purposeNames, purposes, questionsAsked, type PurposeName } from '../domain/purposes.ts'
import { reportErrors } from '../domain/report-errors.ts'

export interface MakeListNeeds {
  activities: Pick<Activities, 'store'>
  questionnaires: Pick<Questionnaires, 'told'>
  people: Pick<People, 'roles' | 'audit'>
  listed: ListedPeople
}

/** A list that may leave the house. */
export interface List {
  purpose: PurposeName
  activity: Activity
  people: Listed[]
}

export type MakeList = ReturnType<typeof makeList>

/** Lists of an activity's people, each for one purpose: the one place where they leave the house, and each is noted. */
export function makeList({ activities, questionnaires, people, listed }: MakeListNeeds) {
  async function opened(
    personId: number | null,
    activityId: number,
  ): Promise<{ activity: Activity; grants: readonly Grant[] }> {
    const activity = await activities.store.read(activityId)
    if (!activity) throw reportErrors.gone()
    const grants = personId === null ? [] : await people.roles.of(personId)
    if (!mayDo(grants, 'exportLists', activity.code)) throw reportErrors.notYours()
    return { activity, grants }
  }

  return {
    /** What somebody may have of an activity. */
    async offered(personId: number | null, activityId: number) {
      const { activity, grants } = await opened(personId, activityId)
      const isTrusted = seesTravel(grants, activity)
      return {
        activity,
        people: (await listed(activityId)).length,
        purposes: purposeNames.filter((name) => isTrusted || !purposes[name].isOfTravel),
      }
    },

    async make(
      personId: number | null,
      { activityId, purpose, language }: { activityId: number; purpose: PurposeName; language: Language },
    ): Promise<List> {
      const { activity, grants } = await opened(personId, activityId)
      const { isOfTravel, shape, has = () => true } = purposes[purpose]
      if (isOfTravel && !seesTravel(grants, activity)) throw reportErrors.notForPartners()
      const told = await questionnaires.told(activityId, questionsAsked)
      const on = (await listed(activityId))
        .map((one) => ({ ...one, told: told.get(one.personId) ?? nothing }))
        .filter(has)
      if (on.length === 0) throw reportErrors.nobody()
      if (shape === 'counts' && !on.some((one) => one.told.has('meals'))) throw reportErrors.nothingTold()
      await people.audit.note({
        byPersonId: personId ?? 0,
        act: 'exported',
        what: `list.${purpose}`,
        activityId,
        // Of counts nobody is told from the others.
        aboutPersonIds: shape === 'counts' ? [] : on.map((one) => one.personId),
        rows: on.length,
        language,
      })
      return { purpose, activity, people: on }
    },
  }
}

const nothing: Listed['told'] = new Map()

/** Travel data are for those who run the journey, not for a partner chamber that has its own guests in it. */
const seesTravel = (grants: readonly Grant[], { code }: Activity): boolean =>
  mayDo(grants, 'exportTravelData', code)
