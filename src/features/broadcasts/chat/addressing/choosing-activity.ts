import type { Choices } from '../../../../bot/drafts/question-view.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import type { Reach } from '../../../people/index.ts'
import { optionsPerPage } from './audience-card.ts'
import { partOf } from './condition.ts'

export interface ChoosingActivityNeeds {
  activities: Pick<Activities, 'store'>
  clock: Clock
  homeTimeZone: string
}

/** More than a chamber has going on at once. */
const mostActivities = 200

/** Whose people: of an activity that runs, or all that the chamber knows. */
export function choosingActivity({ activities, clock, homeTimeZone }: ChoosingActivityNeeds) {
  return async (
    words: Words,
    reach: Reach,
    { page = 0, search }: { page?: number; search?: string },
  ): Promise<{ text: string; total: number } & Choices> => {
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const running = await activities.store.onDesk('running', today, reach, {
      offset: 0,
      limit: mostActivities,
    })
    const all = running.activities.map((activity) => ({
      ...{ key: `a${activity.id}`, isOn: false },
      label: titleOf(activity, words.language),
    }))
    const { options, total } = partOf(all, {
      ...{ offset: page * optionsPerPage, limit: optionsPerPage },
      ...(search === undefined ? {} : { search }),
    })
    const house =
      reach === 'everywhere'
        ? [{ value: 'house', label: words.plain('addressing:quick.whole'), isWide: true }]
        : []
    return {
      total,
      text: words(all.length + house.length > 0 ? 'composing:ask.activity' : 'composing:ask.noActivity'),
      choices: [
        ...options.map(({ key, label }) => ({ value: key, label: shortenedTo(label, 60), isWide: true })),
        ...(page > 0 ? [{ value: `p${page - 1}`, label: words.plain('bot:pageBefore') }] : []),
        ...((page + 1) * optionsPerPage < total
          ? [{ value: `p${page + 1}`, label: words.plain('bot:next') }]
          : []),
        ...(search === undefined
          ? []
          : [{ value: 'all', label: words.plain('addressing:list.all'), isWide: true }]),
        ...house,
      ],
      perRow: 2,
    }
  }
}
