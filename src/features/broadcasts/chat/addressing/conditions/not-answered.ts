import type { Questionnaires } from '../../../../questionnaires/index.ts'
import { partOf, type AudienceScene, type Condition } from '../condition.ts'

/** A form that they have not handed in. */
export function notAnsweredCondition(forms: Pick<Questionnaires, 'addressable'>['addressable']): Condition {
  const offered = ({ words, audience, reach }: AudienceScene) =>
    forms.of(audience.activityId, { reach, language: words.language })
  return {
    isOffered: async (scene) => (await offered(scene)).length > 0,
    isSet: (audience) => audience.notAnswered !== null,
    async options(scene, wanted) {
      const options = (await offered(scene)).map(({ id, title }) => ({
        ...{ key: String(id), label: title },
        isOn: scene.audience.notAnswered === id,
      }))
      return partOf(options, wanted)
    },
    async put(scene, key, isOn) {
      const { audience } = scene
      const form = (await offered(scene)).find(({ id }) => String(id) === key)
      if (!isOn) return String(audience.notAnswered) === key ? { ...audience, notAnswered: null } : audience
      return form && { ...audience, notAnswered: form.id }
    },
    async say({ words, audience }) {
      const form = (await forms.titleOf(audience.notAnswered ?? 0, words.language)) ?? '—'
      return words.plain('addressing:say.notAnswered', { form })
    },
  }
}
