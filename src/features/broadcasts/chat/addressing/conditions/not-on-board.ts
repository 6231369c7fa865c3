import type { Itinerary } from '../../../../itinerary/index.ts'
import { partOf, type AudienceScene, type Condition } from '../condition.ts'

/** A departure at which people are boarding about now, and they are not there yet. */
export function notOnBoardCondition(departures: Itinerary['departures']): Condition {
  const offered = ({ words, audience }: AudienceScene) =>
    audience.activityId === null ? Promise.resolve([]) : departures.of(words, audience.activityId)
  return {
    isOffered: async (scene) => (await offered(scene)).length > 0,
    isSet: (audience) => audience.notOnBoard !== null,
    async options(scene, wanted) {
      const options = (await offered(scene)).map(({ itemId, name }) => ({
        ...{ key: String(itemId), label: name },
        isOn: scene.audience.notOnBoard === itemId,
      }))
      return partOf(options, wanted)
    },
    async put(scene, key, isOn) {
      const { audience } = scene
      if (!isOn) return String(audience.notOnBoard) === key ? { ...audience, notOnBoard: null } : audience
      const departure = (await offered(scene)).find(({ itemId }) => String(itemId) === key)
      return departure && { ...audience, notOnBoard: departure.itemId }
    },
    async say({ words, audience }) {
      const departure = (await departures.nameOf(words, audience.notOnBoard ?? 0)) ?? '—'
      return words.plain('addressing:say.notOnBoard', { departure })
    },
  }
}
