import { partOf, type Condition } from '../condition.ts'

const offered = ['rail', 'aviation'] as const

/** The cluster of their firm; a firm that is in both is meant by each. */
export const cluster: Condition = {
  isOffered: () => true,
  isSet: (audience) => audience.cluster !== null,
  options: ({ words, audience }, wanted) =>
    Promise.resolve(
      partOf(
        offered.map((each) => ({
          ...{ key: each, label: words.plain(`people:cluster.${each}`) },
          isOn: audience.cluster === each,
        })),
        wanted,
      ),
    ),
  put({ audience }, key, isOn) {
    const wanted = offered.find((each) => each === key)
    if (!wanted) return undefined
    if (isOn) return { ...audience, cluster: wanted }
    return audience.cluster === wanted ? { ...audience, cluster: null } : audience
  },
  say({ words, audience }) {
    const wanted = offered.find((each) => each === audience.cluster)
    return words.plain('addressing:say.cluster', {
      cluster: wanted ? words.plain(`people:cluster.${wanted}`) : '',
    })
  },
}
