import type { Chat } from '../../../../bot/context.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import { readText } from '../../../../shared/localized-text.ts'
import type { Activities } from '../../../activities/index.ts'
import { cityOfZone } from '../../../people/index.ts'
import type { BroadcastStanding } from '../../actions/composing/fill-broadcast.ts'
import type { AudienceLook, AudienceNumbers } from '../../data/audience-numbers.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import type { AudienceStep } from './audience-step.ts'
import type { CheckingWords, EmptyField } from './checking-words.ts'
import type { Clocks } from './moment-text.ts'

export interface SceneNeeds {
  audience: Pick<AudienceStep, 'describe'>
  look: Pick<AudienceLook, 'count'>
  checking: CheckingWords
  activities: Pick<Activities, 'store'>
  homeTimeZone: string
}

/** Where a draft stands, with what is to be said of its audience, of its words and of the clocks that it goes by. */
export interface ComposingScene extends BroadcastStanding {
  numbers: AudienceNumbers
  /** The audience in a line. */
  forWhom: string
  clocks: Clocks
  /** For whom a field of the words is empty; of many people only looked for when it is sent. */
  empty: readonly EmptyField[]
  /** Why the words cannot be sent as they are. */
  problem: DomainError | undefined
}

/** More people than these are not looked through each time the summary is shown. */
const mostLookedThrough = 1000

/** Looks at an audience for whatever a view says of it. */
export function lookingAtScene({ audience, look, checking, activities, homeTimeZone }: SceneNeeds) {
  async function wordsOf(draft: ComposedDraft, people: number) {
    if (people > mostLookedThrough && draft.changing !== 'empty') return { empty: [], problem: undefined }
    try {
      return { empty: await checking.check(draft, 200), problem: undefined }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return { empty: [], problem: error }
    }
  }

  return async (chat: Chat, standing: BroadcastStanding): Promise<ComposingScene> => {
    const { language } = chat.words
    const { draft, step } = standing
    const home = { timeZone: homeTimeZone, city: cityOfZone(homeTimeZone, language) }
    const { activityId } = draft.audience
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    const there = activity && {
      timeZone: activity.timeZone,
      city: readText(activity.city, language) ?? cityOfZone(activity.timeZone, language),
    }
    const isChosen = draft.notes.isAudienceChosen ?? false
    const numbers = isChosen ? await look.count(draft.audience) : nobody
    const isWhole = step === 'summary' || step === 'empty'
    return {
      ...standing,
      numbers,
      forWhom: isWhole ? await audience.describe(chat, draft.audience) : '',
      clocks: { there: there ?? home, home },
      ...(isWhole ? await wordsOf(draft, numbers.people) : { empty: [], problem: undefined }),
    }
  }
}

/** While nobody has said who it is for, the whole house is not counted. */
const nobody: AudienceNumbers = { people: 0, byLanguage: {}, blocked: 0, neverStarted: 0 }
