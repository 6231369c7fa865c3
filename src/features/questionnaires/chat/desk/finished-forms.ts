import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { writeSpreadsheet } from '../../../../platform/spreadsheets/index.ts'
import type { DeskRights } from '../../actions/desk-rights.ts'
import { finishedForms } from '../../forms/index.ts'
import * as buttons from '../desk-buttons.ts'

/** The questionnaires that come with Heyet, handed out as spreadsheets in the language of whoever asks. */
export function finishedFormsChat({ rights }: { rights: DeskRights }): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.finishedList.pattern, async (chat) => {
    await rights.grantsOf(chat.viewer.personId)
    const { words } = chat
    chat.tell({
      text: words('formdesk:finished.which'),
      keyboard: finishedForms.map(({ id, title }) => [
        { text: title[words.language], callback_data: buttons.sendFinished.pack({ id }) },
      ]),
    })
  })
  composer.callbackQuery(buttons.sendFinished.pattern, async (chat) => {
    await rights.grantsOf(chat.viewer.personId)
    const { words } = chat
    const { id } = buttons.sendFinished.unpack(chat.callbackQuery.data)
    const form = finishedForms.find((one) => one.id === id)
    if (!form) throw staleButton()
    await chat.tellDocument({
      name: `${form.id}.xlsx`,
      content: await writeSpreadsheet(form.sheets({ language: words.language })),
      caption: words(id === 'logistics' ? 'formdesk:finished.captionTrip' : 'formdesk:finished.caption'),
    })
  })
  return composer
}
