import type { CardSubject, HomePart } from '../../../bot/feature.ts'
import { formatClock, formatDate } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { toldOnCard } from '../data/changes/told-on-card.ts'
import type { Room } from '../needs.ts'
import { chooseList } from './boarding/buttons.ts'
import { ofPerson } from './desk/buttons.ts'

/** On somebody's card: changes they have not seen, their last sign of life, where they were, and what they are sent next. */
export function programmeOnCard({ database, homeTimeZone }: Pick<Room, 'database' | 'homeTimeZone'>) {
  const read = toldOnCard(database)
  return async (words: Words, whose: CardSubject): Promise<HomePart | undefined> => {
    if (!whose.takesPart) return undefined
    const { activityId, applicationId, personId } = whose
    const { unseen, seenAt, attended } = await read(activityId, applicationId, personId)
    const seen = seenAt?.toZonedDateTimeISO(homeTimeZone)
    return {
      lines: [
        ...(unseen > 0 ? [words('person:programme.unseen', { count: unseen })] : []),
        ...(seen
          ? [
              words('person:programme.seen', {
                day: formatDate(seen.toPlainDate(), words.language),
                time: formatClock(seen),
              }),
            ]
          : []),
        ...(attended > 0 ? [words('person:programme.attended', { count: attended })] : []),
      ],
      buttons: [
        [
          {
            text: words.plain('person:programme.messages'),
            callback_data: ofPerson.pack({ activityId, personId, offset: 0 }),
          },
          { text: words.plain('person:programme.roll'), callback_data: chooseList.pack({ activityId }) },
        ],
      ],
    }
  }
}
