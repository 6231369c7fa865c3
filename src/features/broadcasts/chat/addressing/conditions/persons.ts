import type { AudienceOptions } from '../../../data/audience-options.ts'
import type { Audience } from '../../../domain/audience.ts'
import type { Activity } from '../../../../activities/index.ts'
import { withOrWithout, type AudienceScene, type Condition, type WantedOptions } from '../condition.ts'
import { listed } from '../listed.ts'

interface PersonsNeeds {
  offered: Pick<AudienceOptions, 'people' | 'means' | 'personNames'>
  chosen(audience: Audience): readonly number[]
  choose(audience: Audience, persons: readonly number[]): Audience
  sentence(scene: AudienceScene, names: string): string
}

/** Single people, meant or left out; there are those to choose whom the rest of it means. */
export function personCondition({ offered, chosen, choose, sentence }: PersonsNeeds): Condition {
  const rest = (audience: Audience) => choose(audience, [])
  return {
    isOffered: () => true,
    isSet: (audience) => chosen(audience).length > 0,
    async options({ audience, activity }, wanted) {
      const { people, total } = await offered.people(rest(audience), withoutCode(wanted, activity))
      const options = people.map(({ id, name, firm, number }) => ({
        key: String(id),
        label: [name, firm, number === null ? null : numbered(number)].filter(Boolean).join(' · '),
        isOn: chosen(audience).includes(id),
      }))
      return { options, total }
    },
    async put({ audience }, key, isOn) {
      const id = Number(key)
      if (!Number.isSafeInteger(id)) return undefined
      // Whoever is not among them is not told who that is.
      if (isOn && !(await offered.means(rest(audience), id))) return undefined
      return choose(audience, withOrWithout(chosen(audience), id, isOn))
    },
    async say(scene) {
      const names = (await offered.personNames(chosen(scene.audience))).map(({ name }) => name)
      return sentence(scene, listed(scene.words, names, 'all'))
    },
  }
}

const numbered = (number: number): string => String(number).padStart(4, '0')

/** A number as it stands on a receipt begins with the code of the activity: "BCN26-0007". */
function withoutCode(wanted: WantedOptions, activity: Activity | undefined): WantedOptions {
  const { search } = wanted
  const isWithCode = activity !== undefined && search?.toUpperCase().startsWith(`${activity.code}-`)
  return isWithCode ? { ...wanted, search: search?.slice(activity.code.length + 1) ?? '' } : wanted
}
