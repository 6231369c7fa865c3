import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { titleOf } from '../../../activities/index.ts'
import type { People } from '../../../people/index.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { AttendanceSheet } from '../../data/boarding/attendance-sheet.ts'
import type { CheckInCodes } from '../../data/boarding/check-in-codes.ts'
import type { ItemStore } from '../../data/programme/item-store.ts'
import { boardingErrors } from '../../domain/boarding-errors.ts'
import { attendanceFile } from './attendance-file.ts'
import * as buttons from './buttons.ts'
import { checkInLink, codePicture } from './code-picture.ts'

export interface AttendanceChatNeeds {
  runs: RunsActivity
  codes: Pick<CheckInCodes, 'of'>
  sheet: AttendanceSheet
  items: Pick<ItemStore, 'byIds'>
  botUsername: string
  people: Pick<People, 'audit'>
}

/** The code of a whole activity for the wall, and who was where in it, for its coordinators. */
export function attendanceChat({ runs, codes, sheet, items, botUsername, people }: AttendanceChatNeeds) {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.activityCode.pattern, async (chat) => {
    const { activityId } = buttons.activityCode.unpack(chat.callbackQuery.data)
    const activity = await runs(chat.viewer.personId, activityId)
    const link = checkInLink(botUsername, await codes.of(activityId))
    await chat.tellDocument({
      ...(await codePicture(activity.code, link)),
      caption: chat.words('boarding:code.ofActivity', {
        title: titleOf(activity, chat.words.language),
        link,
      }),
    })
  })

  composer.callbackQuery(buttons.attendanceSheet.pattern, async (chat) => {
    const { activityId } = buttons.attendanceSheet.unpack(chat.callbackQuery.data)
    const activity = await runs(chat.viewer.personId, activityId)
    const attended = await sheet(activityId)
    if (attended.length === 0) throw boardingErrors.nobodyYet()
    const known = await items.byIds([...new Set(attended.map(({ itemId }) => itemId))])
    await people.audit.note({
      ...{ byPersonId: chat.viewer.personId ?? 0, act: 'exported', what: 'attendance', activityId },
      ...{ rows: attended.length, aboutPersonIds: attended.map(({ personId }) => personId) },
    })
    await chat.tellDocument(await attendanceFile(chat.words, { activity, items: known, attended }))
  })

  return composer
}
