import { groupKey, groupsOf } from '../../../../../shared/groups.ts'
import type { AudienceOptions } from '../../../data/audience-options.ts'
import type { Audience } from '../../../domain/audience.ts'
import { partOf, shortKey, type AudienceScene, type Condition } from '../condition.ts'
import { groupName, listed } from '../listed.ts'

interface GroupsNeeds {
  offered: Pick<AudienceOptions, 'groups'>
  /** Where the chosen ones stand. */
  chosen(audience: Audience): readonly string[]
  choose(audience: Audience, groups: readonly string[]): Audience
  sentence(scene: AudienceScene, names: string): string
}

/** Groups and buses, meant or left out. */
export function groupCondition({ offered, chosen, choose, sentence }: GroupsNeeds): Condition {
  const known = async (audience: Audience): Promise<string[]> =>
    groupsOf(await offered.groups(audience)).toSorted((one, other) =>
      groupKey(one).localeCompare(groupKey(other), undefined, { numeric: true }),
    )
  const isSame = (one: string, other: string) => groupKey(one) === groupKey(other)

  return {
    isOffered: async ({ audience }) => audience.activityId !== null && (await known(audience)).length > 0,
    isSet: (audience) => chosen(audience).length > 0,
    async options({ words, audience }, wanted) {
      const options = (await known(audience)).map((group) => ({
        key: shortKey(groupKey(group)),
        label: groupName(words, group),
        isOn: chosen(audience).some((each) => isSame(each, group)),
      }))
      return partOf(options, wanted)
    },
    async put({ audience }, key, isOn) {
      const group = [...(await known(audience)), ...chosen(audience)].find(
        (each) => shortKey(groupKey(each)) === key,
      )
      if (group === undefined) return undefined
      const others = chosen(audience).filter((each) => !isSame(each, group))
      return choose(audience, isOn ? [...others, group] : others)
    },
    say(scene) {
      const { words, audience } = scene
      const names = chosen(audience).map((group) => groupName(words, group))
      return sentence(scene, listed(words, names, 'any'))
    },
  }
}
