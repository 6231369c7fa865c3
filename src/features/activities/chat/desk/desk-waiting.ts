import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import { waitingRows, type WaitingRowsNeeds } from '../../actions/waiting-rows.ts'
import { markOf } from '../../domain/participants/waiting-mark.ts'
import type { ParticipantRow } from '../../domain/workbook/activity-workbook.ts'
import * as buttons from '../buttons.ts'
import { dropQuestion, waitingView } from './desk-waiting-views.ts'

/** The rows of the list of participants that have found nobody, on the desk. */
export function waitingRowsChat(needs: WaitingRowsNeeds): Composer<Chat> {
  const chat = new Composer<Chat>()
  const waiting = waitingRows(needs)

  chat.callbackQuery(buttons.listWaiting.pattern, async (tapped) => {
    const { activityId, offset } = buttons.listWaiting.unpack(tapped.callbackQuery.data)
    const { activity, rows } = await waiting.look(activityId, tapped.viewer.personId)
    tapped.turn(waitingView(tapped.words, { activity, rows, offset: onPage(offset, rows) }))
  })
  chat.callbackQuery(buttons.askDropWaiting.pattern, async (tapped) => {
    const { activityId, mark } = buttons.askDropWaiting.unpack(tapped.callbackQuery.data)
    const { activity, rows } = await waiting.look(activityId, tapped.viewer.personId)
    const isThere = mark === '' ? rows.length > 0 : rows.some((row) => markOf(row) === mark)
    if (!isThere) tapped.toast(tapped.words.plain('activities:waiting.isGone'))
    tapped.turn(
      isThere
        ? dropQuestion(tapped.words, { activity, rows }, mark)
        : waitingView(tapped.words, { activity, rows, offset: 0 }),
    )
  })
  chat.callbackQuery(buttons.dropWaiting.pattern, async (tapped) => {
    const { activityId, mark } = buttons.dropWaiting.unpack(tapped.callbackQuery.data)
    const which = mark === '' ? undefined : mark
    const { activity, rows, dropped } = await waiting.drop(activityId, tapped.viewer.personId, which)
    tapped.toast(tapped.words.plain(dropped > 0 ? 'activities:waiting.dropped' : 'activities:waiting.isGone'))
    tapped.turn(waitingView(tapped.words, { activity, rows, offset: 0 }))
  })
  return chat
}

/** The page there is: rows may have gone since the button was made. */
const onPage = (offset: number, { length }: readonly ParticipantRow[]): number =>
  offset > 0 && offset < length ? offset : Math.max(0, Math.min(offset, length - pageSize))
