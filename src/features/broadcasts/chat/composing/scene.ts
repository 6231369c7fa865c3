import type { Chat } from '../../../../bot/context.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { Activities } from '../../../activities/index.ts'
import { cityOfZone } from '../../../people/index.ts'
import type { BroadcastStanding } from '../../actions/composing/fill-broadcast.ts'
import type { AudienceNumbers, AudienceStep } from './audience-step.ts'
import type { Clocks } from './moment-text.ts'

export interface SceneNeeds {
  audience: Pick<AudienceStep, 'numbers' | 'describe'>
  activities: Pick<Activities, 'store'>
  homeTimeZone: string
}

/** Where a draft stands, with what is to be said of its audience and of the clocks that it goes by. */
export interface ComposingScene extends BroadcastStanding {
  numbers: AudienceNumbers
  /** The audience in a line. */
  forWhom: string
  clocks: Clocks
}

/** Looks at an audience for whatever a view says of it. */
export const lookingAtScene =
  ({ audience, activities, homeTimeZone }: SceneNeeds) =>
  async (chat: Chat, standing: BroadcastStanding): Promise<ComposingScene> => {
    const { language } = chat.words
    const home = { timeZone: homeTimeZone, city: cityOfZone(homeTimeZone, language) }
    const { activityId } = standing.draft.audience
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    const there = activity && {
      timeZone: activity.timeZone,
      city: readText(activity.city, language) ?? cityOfZone(activity.timeZone, language),
    }
    return {
      ...standing,
      numbers: await audience.numbers(standing.draft.audience),
      forWhom: await audience.describe(chat, standing.draft.audience),
      clocks: { there: there ?? home, home },
    }
  }
