import type { OfferedChoice } from '../../../../bot/drafts/question-view.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { Activity } from '../../../activities/index.ts'
import type { Itinerary } from '../../../itinerary/index.ts'
import type { Questionnaires } from '../../../questionnaires/index.ts'
import type { AudienceLook } from '../../data/audience-numbers.ts'
import { everybodyOf, type Audience } from '../../domain/audience.ts'
import type { AudienceScene } from './condition.ts'

export interface QuickWaysNeeds {
  itinerary: Pick<Itinerary, 'departures'>
  questionnaires: Pick<Questionnaires, 'addressable'>
  look: Pick<AudienceLook, 'count'>
  clock: Clock
}

interface QuickWay {
  value: string
  audience: Audience
  label(count: number): string
}

/** More forms than these are chosen below. */
const mostForms = 3
const longest = 28

/** The audiences that are wanted most often, each with how many it has: one tap, and that is settled. */
export function quickWays({ itinerary, questionnaires, look, clock }: QuickWaysNeeds) {
  async function waysOf({ words, audience, activity }: AudienceScene): Promise<QuickWay[]> {
    const { activityId } = audience
    const all = everybodyOf(activityId)
    const everybody: QuickWay = {
      ...{ value: 'quick.all', audience: all },
      label: (count) =>
        words.plain(activityId === null ? 'addressing:quick.house' : 'addressing:quick.approved', { count }),
    }
    if (activityId === null) return [everybody]
    const departures = await itinerary.departures.of(words, activityId)
    // Only its own forms: those of the house are asked of others too.
    const forms = await questionnaires.addressable.of(activityId, { reach: [], language: words.language })
    return [
      everybody,
      ...departures.map(({ itemId, name }) => ({
        ...{ value: `quick.b${itemId}`, audience: { ...all, notOnBoard: itemId } },
        label: (count: number) =>
          words.plain('addressing:quick.notOnBoard', { departure: shortenedTo(name, longest), count }),
      })),
      ...forms
        .filter(({ isAskedAfterwards }) => !isAskedAfterwards || isEnding(activity))
        .slice(0, mostForms)
        .map(({ id, title }) => ({
          ...{ value: `quick.f${id}`, audience: { ...all, notAnswered: id } },
          label: (count: number) =>
            words.plain('addressing:quick.notAnswered', { form: shortenedTo(title, longest), count }),
        })),
    ]
  }

  const isEnding = (activity: Activity | undefined): boolean =>
    activity !== undefined &&
    Temporal.PlainDate.compare(
      activity.endsOn,
      clock.now().toZonedDateTimeISO(activity.timeZone).toPlainDate(),
    ) <= 0

  return {
    /** Those of them that mean anybody. */
    async choices(scene: AudienceScene): Promise<OfferedChoice[]> {
      const counted = await Promise.all(
        (await waysOf(scene)).map(async (way) => ({
          ...way,
          count: (await look.count(way.audience)).people,
        })),
      )
      return counted
        .filter(({ count }) => count > 0)
        .map(({ value, label, count }) => ({ value, label: label(count), isWide: true }))
    },

    async audienceOf(scene: AudienceScene, value: string): Promise<Audience | undefined> {
      return (await waysOf(scene)).find((way) => way.value === value)?.audience
    },
  }
}
