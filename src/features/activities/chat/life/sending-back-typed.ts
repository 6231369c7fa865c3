import { DomainError } from '../../../../shared/domain-error.ts'
import { readDate } from '../../../../shared/typed-date.ts'
import { canBeDueOn, readSentence } from '../../domain/sent-back.ts'
import type { SendingBackScenes, SendingBackSceneNeeds } from './sending-back-scene.ts'

/** What is waited for: another day, and why. */
export const [dayQuestion, whyQuestion] = ['sendback-day', 'sendback-why']

/** What is typed while an application is sent back: another day, and why. */
export function takeTypedOfSendingBack(
  { people, clock }: Pick<SendingBackSceneNeeds, 'people' | 'clock'>,
  { opened, keep, withDay, preview, nameOf }: SendingBackScenes,
): void {
  people.questions.add({
    name: dayQuestion,
    async prompt(chat, about) {
      return { text: chat.words('life:sentBack.askDay', { name: await nameOf(Number(about)) }) }
    },
    async answer(chat, text, about) {
      await opened(chat, Number(about), async (scene) => {
        const today = clock.now().toZonedDateTimeISO(scene.activity.timeZone).toPlainDate()
        const read = readDate(text, chat.words.language, today)
        if (read.kind === 'date' && canBeDueOn(scene.activity, read.date, clock.now()))
          return chat.tell(await withDay(chat, scene, read.date))
        chat.tell({ text: chat.words('life:sentBack.dayUnread') })
        return people.questions.ask(chat, dayQuestion, about)
      })
    },
  })
  people.questions.add({
    name: whyQuestion,
    async prompt(chat, about) {
      return { text: chat.words('life:sentBack.askWhy', { name: await nameOf(Number(about)) }) }
    },
    async answer(chat, text, about) {
      await opened(chat, Number(about), async (scene) => {
        try {
          const chosen = await keep(chat, { ...scene.chosen, sentence: readSentence(text) })
          chat.tell(await preview(chat, { ...scene, chosen }))
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          chat.tell({ text: `⚠️ ${chat.words(error)}` })
          await people.questions.ask(chat, whyQuestion, about)
        }
      })
    },
  })
}
