import type { Message } from '../../../bot/messenger.ts'
import { formatDayRange } from '../../../platform/texts/dates.ts'
import { bold, struck } from '../../../platform/texts/html.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { displayName, type People } from '../../people/index.ts'
import type { ApplicationStore } from '../data/application-store.ts'
import { cityOf, titleOf, type Activity } from '../domain/activity.ts'
import {
  hasMoreRoom,
  hasOtherDays,
  hasOtherHours,
  hasOtherPlace,
  isMoved,
} from '../domain/announced-changes.ts'
import { referenceOf, type Application } from '../domain/application.ts'
import type { SeatsAreFree } from './deciding/free-seats.ts'
import { aboutApplication } from './unheard.ts'
import { hoursText, whenText } from './trips/when-text.ts'

export interface AnnouncementsNeeds {
  applications: ApplicationStore
  people: People
  seatsAreFree: SeatsAreFree
}

export type Announcements = ReturnType<typeof announcements>

/** What follows when a published activity changes: word to those who arrange their days by it, and to those who run it. */
export function announcements({ applications, people, seatsAreFree }: AnnouncementsNeeds) {
  return {
    async hasChanged(before: Activity, after: Activity): Promise<void> {
      if (isMoved(before, after))
        for (const application of await applications.concernedBy(after.id))
          await tellOfMove(application, before, after)
      if (hasMoreRoom(before, after)) await seatsAreFree(after)
    },

    tellOfMove,

    /** The same to somebody who comes back later: how it is, not how it was before. */
    async tellHowItIs(application: Application, activity: Activity): Promise<void> {
      const about = aboutApplication(application.id)
      const told = await people.tell(
        application.personId,
        (words) => ({
          text: [
            words('activities:moved.title', { title: titleOf(activity, words.language) }),
            words('activities:trips.when', {
              dates: whenText(words, activity),
              city: cityOf(activity, words.language),
            }),
            ...standingLines(words, activity, application),
          ].join('\n\n'),
        }),
        { about },
      )
      if (told > 0) await applications.markTold(application.id, true)
    },
  }

  /** A colleague who has not opened their link yet cannot be told; whoever applied for them can. */
  async function tellOfMove(application: Application, before: Activity, after: Activity): Promise<boolean> {
    const { personId, filledBy } = application
    const about = aboutApplication(application.id)
    const told = await people.tell(personId, (words) => moved(words, before, after, application), { about })
    if (told > 0) return true
    await applications.markTold(application.id, false)
    if (filledBy === null) return false
    const person = await people.persons.read(personId)
    const reached = await people.tell(
      filledBy,
      (words) => moved(words, before, after, application, person ? displayName(person) : undefined),
      { about },
    )
    return reached > 0
  }
}

/** What was and what is to be; nothing for somebody in whose language nothing is different. */
function moved(
  words: Words,
  before: Activity,
  after: Activity,
  application: Application,
  colleague?: string,
): Message | undefined {
  const { language } = words
  const days = ({ startsOn, endsOn }: Activity) => formatDayRange(startsOn, endsOn, language)
  const hours = ({ hours: said }: Activity) =>
    said === null ? words.plain('activities:moved.noHours') : hoursText(words, said)
  const line = (label: 'days' | 'hours' | 'place', old: string, next: string) =>
    words(`activities:moved.${label}`, { old: struck(old), new: bold(next) })
  const lines = [
    ...(hasOtherDays(before, after) ? [line('days', days(before), days(after))] : []),
    ...(hasOtherHours(before, after) ? [line('hours', hours(before), hours(after))] : []),
    ...(hasOtherPlace(before, after, language)
      ? [line('place', cityOf(before, language), cityOf(after, language))]
      : []),
  ]
  if (lines.length === 0) return undefined
  return {
    text: [
      words('activities:moved.title', { title: titleOf(after, language) }),
      lines.join('\n'),
      ...standingLines(words, after, application, colleague),
    ].join('\n\n'),
  }
}

/** Where the application stands, and what can be done about the change. */
const standingLines = (
  words: Words,
  { code }: Activity,
  { number, state }: Application,
  colleague?: string,
): string[] => [
  words('activities:moved.standing', {
    reference: referenceOf(code, number),
    state: words.plain(`activities:state.${state}`),
  }),
  colleague === undefined
    ? words('activities:moved.next')
    : words('activities:moved.nextColleague', { name: colleague }),
]
