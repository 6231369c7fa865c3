import { Composer } from 'grammy'
import type { Chat } from '../../../../../bot/context.ts'
import { personIdOf } from '../../../../../bot/drafts/draft-sitting-needs.ts'
import type { orderPicture } from '../../../actions/order-picture.ts'
import type { ReadSummary } from '../../../actions/read-summary.ts'
import * as buttons from '../../summary-buttons.ts'
import { questionsView, summaryView } from './summary-views.ts'

export interface SummaryChatNeeds {
  summary: ReadSummary
  picture: ReturnType<typeof orderPicture>
}

/** What the answers come to, question by question, in one message that is leafed through. */
export function summaryChat({ summary, picture }: SummaryChatNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.summaryOf.pattern, async (chat) => {
    const { questionnaireId, at, page } = buttons.summaryOf.unpack(chat.callbackQuery.data)
    const found = await summary.page(chat.viewer.personId, questionnaireId, at)
    chat.turn(summaryView(chat.words, found, page))
  })
  composer.callbackQuery(buttons.allQuestions.pattern, async (chat) => {
    const { questionnaireId, offset } = buttons.allQuestions.unpack(chat.callbackQuery.data)
    const found = await summary.pages(chat.viewer.personId, questionnaireId)
    chat.turn(questionsView(chat.words, { ...found, offset: Math.max(offset, 0) }))
  })
  composer.callbackQuery(buttons.drawSummary.pattern, async (chat) => {
    const { questionnaireId, at } = buttons.drawSummary.unpack(chat.callbackQuery.data)
    await picture({ personId: personIdOf(chat), chatId: chat.viewer.userId, questionnaireId, at })
    chat.toast(chat.words.plain('formsummary:picture.drawing'))
  })
  return composer
}
