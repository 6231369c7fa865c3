import type { Words } from '../../../platform/texts/words.ts'
import { personRow, type Activity, type Traveller } from '../../activities/index.ts'
import * as buttons from './buttons.ts'

/** From where a coordinator has opened somebody's documents, as buttons carry it: a list with its page, or their card. */
export const openedFrom = {
  matrix: (offset: number) => `m${offset}`,
  late: (offset: number) => `l${offset}`,
  toCheck: (offset: number) => `c${offset}`,
  card: 'p',
} as const

interface Opened {
  activity: Pick<Activity, 'id'>
  traveller: Pick<Traveller, 'applicationId'>
  from: string
}

/** The rows below somebody's documents: back to where they were opened from, and to their card where that is elsewhere. */
export function wayBack(words: Words, { activity, traveller: { applicationId }, from }: Opened) {
  if (from === openedFrom.card) return [personRow(words.plain('person:keys.back'), applicationId)]
  const [, list, page = '0'] = /^([mlc])(\d{1,6})$/.exec(from) ?? []
  const offset = Number(page)
  const to =
    list === 'l'
      ? buttons.lateList.pack({ offset })
      : list === 'c'
        ? buttons.toCheckList.pack({ offset })
        : buttons.matrix.pack({ activityId: activity.id, offset })
  return [
    personRow(words.plain('person:keys.card'), applicationId),
    [{ text: words.plain('bot:back'), callback_data: to }],
  ]
}
