import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { JobIds } from '../../../platform/jobs.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { erasePerson } from '../actions/erase-person.ts'
import { myDataJob } from '../jobs/send-my-data.ts'
import { askErasing, correctData, erase, openPrivacy, sendData } from './buttons.ts'

export interface OwnDataNeeds {
  erasing: ReturnType<typeof erasePerson>
  becomePerson(viewer: Chat['viewer']): Promise<number>
  sendJob(name: string, ids: JobIds): Promise<void>
  /** What they would be withdrawn from, by title. */
  seatsOf(personId: number, language: Language): Promise<string[]>
  /** An account stands for nobody any more: its menu of commands is everybody's. */
  accountLeft(userId: number, language: Language): void
}

/** A copy of one's data, and being erased. */
export function ownDataChat(needs: OwnDataNeeds): Composer<Chat> {
  const { erasing, becomePerson, seatsOf } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(sendData.pattern, async (chat) => {
    const personId = await becomePerson(chat.viewer)
    await needs.sendJob(myDataJob, { personId, userId: chat.viewer.userId })
    chat.toast(chat.words.plain('privacy:data.coming'))
  })

  composer.callbackQuery(askErasing.pattern, async (chat) => {
    const personId = await becomePerson(chat.viewer)
    const { words } = chat
    const seats = await seatsOf(personId, chat.viewer.language)
    chat.turn({
      text: [
        words('privacy:erase.ask'),
        ...(seats.length > 0 ? [words('privacy:erase.seats', { list: seats.join('; ') })] : []),
        words('privacy:erase.goes'),
        words('privacy:erase.anonymous'),
        words('privacy:erase.stays'),
        words('privacy:erase.final'),
      ].join('\n\n'),
      keyboard: [
        [{ text: words.plain('privacy:erase.yes'), callback_data: erase.pack({ personId }) }],
        [{ text: words.plain('bot:back'), callback_data: openPrivacy.pack({}) }],
      ],
    })
  })

  composer.callbackQuery(erase.pattern, async (chat) => {
    const { personId } = erase.unpack(chat.callbackQuery.data)
    const { viewer, words } = chat
    // A stranger's tap on what was there before they were erased, or after they have become another.
    if (personId !== viewer.personId) throw staleButton()
    await erasing(personId)
    viewer.personId = null
    needs.accountLeft(viewer.userId, viewer.language)
    chat.turn({ text: words('privacy:erase.asked') })
    chat.tell({ text: words('privacy:erase.done'), replyKeyboard: 'remove' })
  })
  return composer
}

/** The ways to one's data below the card of `/privacy`. */
export const ownDataKeys = (words: Words) => [
  [{ text: words.plain('privacy:data.button'), callback_data: sendData.pack({}) }],
  [{ text: words.plain('privacy:correct.button'), callback_data: correctData.pack({}) }],
  [{ text: words.plain('privacy:erase.button'), callback_data: askErasing.pack({}) }],
]
