import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { writeSpreadsheet } from '../../../../platform/spreadsheets/index.ts'
import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import { exportParticipants, type ExportParticipantsNeeds } from '../../actions/export-participants.ts'
import { titleOf } from '../../domain/activity.ts'
import { participantsFile } from '../../domain/workbook/participants-file.ts'
import * as buttons from '../buttons.ts'

/** The list of participants as a spreadsheet, from the card of an activity: edited and sent back it updates them. */
export function participantsListChat(needs: ExportParticipantsNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()
  const exported = exportParticipants(needs)

  composer.callbackQuery(buttons.participantsList.pattern, async (chat) => {
    const { activityId } = buttons.participantsList.unpack(chat.callbackQuery.data)
    const { words, viewer } = chat
    const { activity, ...list } = await exported(activityId, viewer.personId ?? 0)
    const explain = (sheet: string, key: string) => words.plain(`workbook:columns.${sheet}.${key}` as TextKey)
    const { people, waiting } = list
    await chat.tellDocument({
      name: words.plain('activities:desk.fileParticipants', { code: activity.code }),
      content: await writeSpreadsheet(participantsFile(list, explain)),
      caption: [
        words('activities:desk.captionParticipants', {
          title: titleOf(activity, words.language),
          count: people.length,
        }),
        ...(waiting.length > 0 ? [words('activities:desk.captionWaiting', { count: waiting.length })] : []),
        words('activities:desk.captionSendBack'),
      ].join('\n\n'),
      ...(waiting.length > 0
        ? {
            keyboard: [
              [
                {
                  text: words.plain('activities:waiting.button', { count: waiting.length }),
                  callback_data: buttons.listWaiting.pack({ activityId, offset: 0 }),
                },
              ],
            ],
          }
        : {}),
    })
  })
  return composer
}
