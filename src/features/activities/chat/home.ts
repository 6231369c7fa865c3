import type { Chat } from '../../../bot/context.ts'
import type { HomePart } from '../../../bot/feature.ts'
import type { Clock } from '../../../platform/clock.ts'
import { mayDo, type People } from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { closedBecause, titleOf, type Activity } from '../domain/activity.ts'
import type { Application } from '../domain/application.ts'
import * as buttons from './buttons.ts'
import { colleagueName, resumeRow } from './trips/trips-views.ts'

export interface HomeNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  clock: Clock
  homeTimeZone: string
}

/** What this room says on the home card: what is open, what is unfinished, and the desk for whom it is. */
export async function activitiesHome({ words, viewer }: Chat, needs: HomeNeeds): Promise<HomePart> {
  const { activities, people, clock, homeTimeZone } = needs
  const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
  const { activities: soon, total } = await activities.open(clock.now(), today, { offset: 0, limit: 8 })
  const open = soon.filter((activity) => closedBecause(activity, clock.now()) === undefined)
  const count = total - (soon.length - open.length)
  const unfinished = await unfinishedOf(viewer.personId, needs)
  const grants = viewer.personId === null ? [] : await people.roles.of(viewer.personId)
  const [next] = open
  const row = (text: string, callback_data: string) => [{ text, callback_data }]
  return {
    lines: [
      words('bot:home.what'),
      ...(next ? [words('activities:home.open', { count, title: titleOf(next, words.language) })] : []),
      ...unfinished.map(({ draft, activity }) =>
        draft.filledBy === null
          ? words('activities:home.draft', { title: titleOf(activity, words.language) })
          : words('activities:home.draftFor', {
              title: titleOf(activity, words.language),
              name: colleagueName(words, draft),
            }),
      ),
    ],
    buttons: [
      ...unfinished.map(({ draft, activity }) =>
        resumeRow(words, draft, unfinished.length > 1 ? titleOf(activity, words.language) : undefined),
      ),
      row(words.plain('activities:home.button'), buttons.listTrips.pack({})),
      ...(mayDo(grants, 'openDesk') ? [row(words.plain('activities:desk.open'), buttons.desk.pack({}))] : []),
    ],
  }
}

/** Drafts that can still go on, one's own and those for others. */
export async function unfinishedOf(
  personId: number | null,
  { activities, applications, clock }: Pick<HomeNeeds, 'activities' | 'applications' | 'clock'>,
): Promise<{ draft: Application; activity: Activity }[]> {
  if (personId === null) return []
  const known = [...(await applications.ofPerson(personId)), ...(await applications.filledFor(personId))]
  const drafts = known.filter(({ state }) => state === 'draft')
  const ofDrafts = await activities.byIds(drafts.map(({ activityId }) => activityId))
  return drafts.flatMap((draft) => {
    const activity = ofDrafts.get(draft.activityId)
    return activity && !closedBecause(activity, clock.now()) ? [{ draft, activity }] : []
  })
}
