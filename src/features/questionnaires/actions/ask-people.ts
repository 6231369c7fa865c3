import type { Attachments } from '../data/attachments.ts'
import type { Activities } from '../../activities/index.ts'
import type { Reach } from '../../people/index.ts'
import type { PeopleSearch } from '../data/requests/people-search.ts'
import type { PickedPeople } from '../data/requests/picked-people.ts'
import type { Asked, RequestStore } from '../data/requests/request-store.ts'
import { formDeskErrors } from '../domain/desk-errors.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { notOpenBecause, type Questionnaire } from '../domain/questionnaire.ts'
import type { Whom } from '../domain/whom.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { DeskRights } from './desk-rights.ts'

export interface AskPeopleNeeds {
  requests: RequestStore
  rights: DeskRights
  attachments: Attachments
  activities: Pick<Activities, 'store'>
  picked: PickedPeople
  search: PeopleSearch
  clock: Clock
}

/** For which questionnaire, and of which activity, people are ticked. */
export interface Picking {
  questionnaireId: number
  activityId: number | null
}

/** Found people that are shown; whoever has more writes more letters. */
const mostFound = 10

const ofActivity = (whom: Whom): number | null =>
  whom.kind === 'activity' || whom.kind === 'people' ? whom.activityId : null

/** Asks an audience to answer, and reminds those of it who have not. The telling itself follows, a portion at a time. */
export function askPeople(needs: AskPeopleNeeds) {
  const { requests, rights, attachments, activities, picked, search, clock } = needs

  /** One that takes answers, or will. */
  async function open(personId: number | null, questionnaireId: number): Promise<Questionnaire> {
    const questionnaire = await rights.theirs(personId, questionnaireId)
    const because = notOpenBecause(questionnaire, clock.now())
    if (because && because !== 'notYet') throw questionnaireErrors.notOpen(because)
    return questionnaire
  }

  /** Whoever runs a few activities reaches the people of those, and nobody else. */
  async function checkWhom(personId: number, whom: Whom): Promise<void> {
    if (whom.kind === 'people' && whom.pickedBy !== personId) throw formDeskErrors.notYours()
    await rights.checkActivity(personId, ofActivity(whom))
  }

  /** Where the people of an activity are asked whose form it is, it is for that activity. */
  async function asked(questionnaireId: number, whom: Whom): Promise<Asked> {
    const isOne = (await attachments.of(questionnaireId)).some(
      ({ activityId }) => activityId === ofActivity(whom),
    )
    return { questionnaireId, activityId: isOne ? ofActivity(whom) : null }
  }

  /** Whose people may be ticked: those of the activity it is about, else of the whole house. */
  async function reachFor(
    personId: number,
    questionnaireId: number,
    activityId: number | null,
  ): Promise<Reach> {
    await open(personId, questionnaireId)
    await rights.checkActivity(personId, activityId)
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    return activity ? [activity.code] : 'everywhere'
  }

  return {
    async sizeOf(personId: number, questionnaireId: number, whom: Whom) {
      await open(personId, questionnaireId)
      await checkWhom(personId, whom)
      return requests.sizeOf(await asked(questionnaireId, whom), whom)
    },

    /** Resolves with how many have been asked now; whoever had been asked before is not asked again. */
    async ask(personId: number, questionnaireId: number, whom: Whom): Promise<number> {
      await open(personId, questionnaireId)
      await checkWhom(personId, whom)
      const count = await requests.ask(await asked(questionnaireId, whom), whom, personId)
      if (whom.kind === 'people') await picked.clear(questionnaireId, personId)
      return count
    },

    /** Those who are ticked, and of those who were found, with who they are. */
    async found(personId: number, { questionnaireId, activityId }: Picking, ids: readonly number[]) {
      const reach = await reachFor(personId, questionnaireId, activityId)
      const ticked = await picked.idsOf(questionnaireId, personId)
      return (await search.byIds([...new Set([...ids, ...ticked])], reach)).map((person) => ({
        ...{ ...person, isPicked: ticked.includes(person.id) },
      }))
    },

    /** The numbers of those who go by such a name, or whose firm does. */
    async find(personId: number, { questionnaireId, activityId }: Picking, text: string): Promise<number[]> {
      const reach = await reachFor(personId, questionnaireId, activityId)
      return (await search.byName(text, reach, mostFound)).map(({ id }) => id)
    },

    /** Ticks somebody, or takes the tick back. Nobody out of reach is ticked. */
    async pick(
      personId: number,
      { questionnaireId, activityId }: Picking,
      whoId: number,
      isPicked: boolean,
    ): Promise<void> {
      const reach = await reachFor(personId, questionnaireId, activityId)
      if ((await search.byIds([whoId], reach)).length === 0) throw formDeskErrors.nobodyYouReach()
      await (isPicked ? picked.pick : picked.drop)(questionnaireId, personId, whoId)
    },

    async remindRest(personId: number, questionnaireId: number): Promise<number> {
      await open(personId, questionnaireId)
      const { reminded, justTold } = await requests.remindRest(questionnaireId, await rights.within(personId))
      if (reminded > 0) return reminded
      throw justTold > 0 ? formDeskErrors.justReminded() : formDeskErrors.nobodyLeft()
    },

    /** Whoever has not been told yet is not asked after all; resolves with how many those are. */
    async stopSending(personId: number, questionnaireId: number): Promise<number> {
      await rights.theirs(personId, questionnaireId)
      return requests.takeBack(questionnaireId, await rights.within(personId))
    },
  }
}
