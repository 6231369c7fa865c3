import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import type { Audience } from '../../domain/audience.ts'
import type { AudienceScene } from './condition.ts'
import { conditionNames, type Conditions } from './conditions/index.ts'

export type SayAudience = ReturnType<typeof sayingAudience>

/** Says whom an audience means: "Barcelona rail delegation · approved, bus 2, without Carlos Costa". */
export function sayingAudience(conditions: Conditions, activities: Pick<Activities, 'store'>) {
  /** "approved, bus 2, without Carlos Costa" */
  async function conditionsOf(scene: AudienceScene): Promise<string> {
    const set = conditionNames.filter((name) => conditions[name].isSet(scene.audience))
    const said: string[] = []
    for (const name of set) said.push(await conditions[name].say(scene))
    return said.join(', ')
  }

  return {
    conditionsOf,

    async describe(words: Words, audience: Audience): Promise<string> {
      const { activityId } = audience
      const activity = activityId === null ? undefined : await activities.store.read(activityId)
      const whose = activity ? titleOf(activity, words.language) : words.plain('addressing:say.house')
      const said = await conditionsOf({ words, audience, activity, reach: [] })
      return [whose, said].filter(Boolean).join(' · ')
    },
  }
}
