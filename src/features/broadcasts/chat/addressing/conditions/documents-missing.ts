import type { Documents } from '../../../../documents/index.ts'
import { partOf, shortKey, withOrWithout, type AudienceScene, type Condition } from '../condition.ts'
import { listed } from '../listed.ts'

/** Documents of which somebody still owes one, or has to send it again. */
export function documentsMissingCondition(missing: Documents['missing']): Condition {
  const asked = ({ words, audience: { activityId } }: AudienceScene) =>
    activityId === null ? Promise.resolve([]) : missing.asked(activityId, words.language)

  return {
    isOffered: async (scene) => (await asked(scene)).length > 0,
    isSet: ({ documentsMissing = [] }) => documentsMissing.length > 0,
    async options(scene, wanted) {
      const { documentsMissing = [] } = scene.audience
      const options = (await asked(scene)).map(({ code, title }) => ({
        ...{ key: shortKey(code), label: title },
        isOn: documentsMissing.includes(code),
      }))
      return partOf(options, wanted)
    },
    async put(scene, key, isOn) {
      const { documentsMissing = [] } = scene.audience
      const codes = [...(await asked(scene)).map(({ code }) => code), ...documentsMissing]
      const meant = codes.find((code) => shortKey(code) === key)
      if (meant === undefined) return undefined
      return { ...scene.audience, documentsMissing: withOrWithout(documentsMissing, meant, isOn) }
    },
    async say(scene) {
      const { documentsMissing = [] } = scene.audience
      const titles = new Map((await asked(scene)).map(({ code, title }) => [code, title]))
      const names = documentsMissing.map((code) => titles.get(code) ?? code)
      return scene.words.plain('addressing:say.documentsMissing', {
        documents: listed(scene.words, names, 'any'),
      })
    },
  }
}
