import type { Activities, Activity } from '../../../activities/index.ts'
import type { People } from '../../../people/index.ts'
import type { Foreseen } from '../../data/changes/coming-messages.ts'
import type { DayFileStore } from '../../data/day/day-file-store.ts'
import { askedAtLegs } from '../../domain/asked-at-legs.ts'
import type { ProgrammeItem } from '../../domain/item.ts'
import { asksAt, type RollCallRule } from '../../domain/roll-call.ts'

export interface ForeseeNeeds {
  activities: Pick<Activities, 'travellers'>
  people: Pick<People, 'roles'>
  dayFiles: Pick<DayFileStore, 'ahead'>
  onBoard(itemIds: readonly number[], applicationIds: readonly number[]): Promise<Set<string>>
}

/** An activity with its programme and what is ruled about its roll-calls, as they stand. */
export interface Foreseeable {
  activity: Activity
  programme: readonly ProgrammeItem[]
  ruled: RollCallRule
}

type Travellers = Awaited<ReturnType<Activities['travellers']['of']>>

export type ForeseeMessages = ReturnType<typeof foreseeingMessages>

/** The messages of an activity that follow from its programme and are made only when they are due. */
export function foreseeingMessages({ activities, people, dayFiles, onBoard }: ForeseeNeeds) {
  return async (
    { activity, programme, ruled }: Foreseeable,
    from: Temporal.Instant,
    to: Temporal.Instant,
  ): Promise<Foreseen[]> => {
    if (activity.state === 'cancelled') return []
    const isAhead = (at: Temporal.Instant) =>
      Temporal.Instant.compare(at, from) > 0 && Temporal.Instant.compare(at, to) < 0
    const files = (await dayFiles.ahead(from)).filter(
      (day) => day.activityId === activity.id && isAhead(day.at),
    )
    const coordinators = files.length > 0 ? await people.roles.coordinatorsOf(activity.code) : []
    return [
      ...(await rollCalls(programme, await activities.travellers.of(activity.id), ruled, isAhead)),
      ...files.map(({ at }): Foreseen => ({
        dueAt: at,
        kind: 'day_file',
        itemId: null,
        personIds: coordinators,
      })),
    ]
  }

  /** Whoever is counted at a departure and has not said yet that they are there. */
  async function rollCalls(
    programme: readonly ProgrammeItem[],
    travellers: Travellers,
    ruled: RollCallRule,
    isAhead: (at: Temporal.Instant) => boolean,
  ): Promise<Foreseen[]> {
    const legs = askedAtLegs(programme, travellers).flatMap(({ leg, people: asked }) => {
      const dueAt = asksAt(leg, ruled)
      return dueAt && isAhead(dueAt) ? [{ leg, asked, dueAt }] : []
    })
    if (legs.length === 0) return []
    const there = await onBoard(
      legs.map(({ leg }) => leg.id),
      travellers.map(({ applicationId }) => applicationId),
    )
    return legs.flatMap(({ leg, asked, dueAt }): Foreseen[] => {
      const missing = asked.filter(({ applicationId }) => !there.has(`${leg.id}/${applicationId}`))
      if (missing.length === 0) return []
      const personIds = missing.map(({ personId }) => personId)
      return [{ dueAt, kind: 'roll_call', itemId: leg.id, personIds }]
    })
  }
}
