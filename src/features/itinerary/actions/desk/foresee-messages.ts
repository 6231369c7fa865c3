import type { People } from '../../../people/index.ts'
import type { Foreseen } from '../../data/coming-messages.ts'
import type { DayFileStore } from '../../data/day-file-store.ts'
import { isCounted } from '../../domain/counted.ts'
import { isCancelled } from '../../domain/item.ts'
import { itemsFor } from '../../domain/own-items.ts'
import { asksAt } from '../../domain/roll-call.ts'
import type { ReadScene, Scene } from '../read-scene.ts'

export interface ForeseeNeeds {
  readScene: ReadScene
  people: Pick<People, 'roles'>
  dayFiles: Pick<DayFileStore, 'ahead'>
  onBoard(itemIds: readonly number[], applicationIds: readonly number[]): Promise<Set<string>>
}

export type ForeseeMessages = ReturnType<typeof foreseeingMessages>

/** The messages of an activity that follow from its programme and are made only when they are due. */
export function foreseeingMessages({ readScene, people, dayFiles, onBoard }: ForeseeNeeds) {
  return async (activityId: number, from: Temporal.Instant, to: Temporal.Instant): Promise<Foreseen[]> => {
    const scene = await readScene(activityId, 'all')
    if (!scene || scene.activity.state === 'cancelled') return []
    const isAhead = (at: Temporal.Instant) =>
      Temporal.Instant.compare(at, from) > 0 && Temporal.Instant.compare(at, to) < 0
    const files = (await dayFiles.ahead(from)).filter(
      (day) => day.activityId === activityId && isAhead(day.at),
    )
    const coordinators = files.length > 0 ? await people.roles.coordinatorsOf(scene.activity.code) : []
    return [
      ...(await rollCalls(scene, isAhead)),
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
    { programme, travellers }: Scene,
    isAhead: (at: Temporal.Instant) => boolean,
  ): Promise<Foreseen[]> {
    const legs = programme.filter(
      (item) => item.kind === 'travel' && !isCancelled(item) && isAhead(asksAt(item)),
    )
    if (legs.length === 0) return []
    const theirs = new Map(travellers.map((one) => [one.applicationId, itemsFor(programme, one)]))
    const there = await onBoard(
      legs.map(({ id }) => id),
      [...theirs.keys()],
    )
    return legs.flatMap((leg): Foreseen[] => {
      const asked = travellers.filter(
        ({ applicationId }) =>
          isCounted(leg, theirs.get(applicationId) ?? []) && !there.has(`${leg.id}/${applicationId}`),
      )
      if (asked.length === 0) return []
      const personIds = asked.map(({ personId }) => personId)
      return [{ dueAt: asksAt(leg), kind: 'roll_call', itemId: leg.id, personIds }]
    })
  }
}
