import type { AudienceOptions } from '../../../data/audience-options.ts'
import type { Audience } from '../../../domain/audience.ts'
import { withOrWithout, type Condition } from '../condition.ts'
import { listed } from '../listed.ts'

/** The firms that they are of. */
export function firmCondition(offered: Pick<AudienceOptions, 'firms' | 'firmNames'>): Condition {
  const ofAnyFirm = (audience: Audience): Audience => ({ ...audience, firms: [] })
  return {
    isOffered: async ({ audience }) =>
      (await offered.firms(ofAnyFirm(audience), { offset: 0, limit: 1 })).total > 0,
    isSet: (audience) => audience.firms.length > 0,
    async options({ audience }, wanted) {
      const { firms, total } = await offered.firms(ofAnyFirm(audience), wanted)
      const options = firms.map(({ id, name, people }) => ({
        ...{ key: String(id), label: `${name} · ${people}` },
        isOn: audience.firms.includes(id),
      }))
      return { options, total }
    },
    async put({ audience }, key, isOn) {
      const id = Number(key)
      const isKnown = Number.isSafeInteger(id) && (await offered.firmNames([id])).length > 0
      return isKnown ? { ...audience, firms: withOrWithout(audience.firms, id, isOn) } : undefined
    },
    async say({ words, audience }) {
      const names = (await offered.firmNames(audience.firms)).map(({ name }) => name)
      return words.plain('addressing:say.firms', { firms: listed(words, names, 'any') })
    },
  }
}
