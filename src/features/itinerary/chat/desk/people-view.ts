import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys } from '../../../../bot/page-keys.ts'
import { formatClock } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Activity } from '../../../activities/index.ts'
import { formatPhone } from '../../../people/index.ts'
import type { Coming, Listed } from '../../data/changes/coming-messages.ts'
import type { Unheard } from '../../data/changes/unheard-messages.ts'
import * as buttons from './buttons.ts'
import { backRow, whatText, whenText, type RemindersScene } from './coming-view.ts'

export interface PeopleScene extends Pick<RemindersScene, 'activity' | 'items'> {
  one: Pick<Coming, 'dueAt' | 'itemId' | 'kind'>
  rows: readonly Listed[]
  offset: number
  total: number
}

/** Who gets one of the messages; whom the bot does not reach comes first, with the phone to call. */
export function whoGetsView(words: Words, scene: PeopleScene): Message {
  const { activity, one, rows, offset, total } = scene
  return {
    text: [
      words('reminders:desk.whoGets', {
        ...{ when: whenText(words, scene, one), what: whatText(words, scene, one), count: total },
      }),
      rows.map((row) => personLine(words, row)).join('\n'),
    ].join('\n\n'),
    keyboard: [
      ...pageKeys(words, { offset, limit: peopleOnPage, total }, (to) =>
        buttons.whoGets.pack({
          ...{ activityId: activity.id, kind: one.kind, itemId: one.itemId ?? 0, offset: to },
          minute: Math.floor(one.dueAt.epochMilliseconds / 60_000),
        }),
      ),
      backRow(words, activity.id),
    ],
  }
}

export const peopleOnPage = 20

/** Somebody on a list, with the phone to call where the bot does not reach them. */
export const personLine = (words: Words, { name, phone, isReachable }: Listed): string =>
  isReachable
    ? words('reminders:desk.person', { name })
    : words('reminders:desk.unreachable', { name, phone: phone === null ? '–' : formatPhone(phone) })

/** Whom a message has not reached, or perhaps not, with the phone to call. */
export function unheardView(
  words: Words,
  scene: { activity: Activity; rows: readonly Unheard[]; offset: number; total: number },
): Message {
  const { activity, rows, offset, total } = scene
  return {
    text: [
      words('reminders:desk.unheard', { count: total }),
      rows
        .map(({ name, phone, state, at }) =>
          words(`reminders:desk.state.${state}`, {
            name,
            phone: phone === null ? '–' : formatPhone(phone),
            time: formatClock(at.toZonedDateTimeISO(activity.timeZone)),
          }),
        )
        .join('\n'),
    ].join('\n\n'),
    keyboard: [
      ...pageKeys(words, { offset, limit: peopleOnPage, total }, (to) =>
        buttons.whoHasNotHeard.pack({ activityId: activity.id, offset: to }),
      ),
      backRow(words, activity.id),
    ],
  }
}
