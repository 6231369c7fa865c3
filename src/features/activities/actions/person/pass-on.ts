import { type People } from '../../../people/index.ts'
import { mustRun } from '../must-run.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { HandList, HandMessage, HandPerson } from '../../data/person/hand-list.ts'
import type { Activity } from '../../domain/activity.ts'
import { activityErrors } from '../../domain/errors.ts'

export interface PassOnNeeds {
  activities: Pick<ActivityStore, 'read'>
  people: Pick<People, 'audit' | 'roles'>
  hands: HandList
}

/** Somebody without Telegram, with what waits for them and what they have been told last. */
export interface HandTold {
  activity: Activity
  who: HandPerson
  waiting: HandMessage[]
  told: HandMessage[]
}

export type PassOn = ReturnType<typeof passOn>

/** Messages and former ones that a screen shows: together they must fit into one message of Telegram. */
const mostWaiting = 3
const mostTold = 5

/** Passing messages on to people without Telegram: who waits for what, and that somebody has told them. */
export function passOn({ activities, people, hands }: PassOnNeeds) {
  const runs = async (activityId: number, byPersonId: number | null) =>
    mustRun(people, await activities.read(activityId), byPersonId, 'openDesk')

  async function look(
    activityId: number,
    applicationId: number,
    byPersonId: number | null,
  ): Promise<HandTold> {
    const activity = await runs(activityId, byPersonId)
    const who = (await hands.of(activityId)).find((one) => one.applicationId === applicationId)
    if (!who) throw activityErrors.notByHand()
    return {
      activity,
      who,
      waiting: await hands.waitingFor(who.personId, mostWaiting),
      told: await hands.toldLast(who.personId, mostTold),
    }
  }

  return {
    runs,
    look,

    async list(activityId: number, byPersonId: number | null) {
      return { activity: await runs(activityId, byPersonId), all: await hands.of(activityId) }
    },

    /** A coordinator has told somebody what waited for them; of two who say so the first is noted. */
    async told(
      { activityId, applicationId }: { activityId: number; applicationId: number },
      messageId: number,
      byPersonId: number,
    ): Promise<HandTold & { isNew: boolean }> {
      const { who } = await look(activityId, applicationId, byPersonId)
      const message = await hands.read(messageId)
      if (message?.personId !== who.personId) throw activityErrors.notByHand()
      const isNew = await hands.tell(messageId, byPersonId)
      if (isNew)
        await people.audit.note({
          ...{ byPersonId, act: 'changed', what: 'passedOn', activityId, aboutPersonIds: [who.personId] },
        })
      return { ...(await look(activityId, applicationId, byPersonId)), isNew }
    },
  }
}
