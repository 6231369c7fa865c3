import { Composer } from 'grammy'
import type { Chat } from '../../../../../bot/context.ts'
import { personIdOf } from '../../../../../bot/drafts/draft-sitting-needs.ts'
import type { JobIds } from '../../../../../platform/jobs.ts'
import type { ReadSummary } from '../../../actions/read-summary.ts'
import * as buttons from '../../summary-buttons.ts'
import { questionsView, summaryView } from './summary-views.ts'

/** The job that draws a page of a summary and sends the picture. */
export const drawSummaryJob = 'questionnaires.draw-summary'

export interface SummaryChatNeeds {
  summary: ReadSummary
  sendJob(name: string, ids: JobIds): Promise<void>
}

/** What the answers come to, question by question, in one message that is leafed through. */
export function summaryChat({ summary, sendJob }: SummaryChatNeeds): Composer<Chat> {
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
    // Refused here already, where the refusal can still answer the tap.
    await summary.page(chat.viewer.personId, questionnaireId, at)
    await sendJob(drawSummaryJob, {
      ...{ chatId: chat.viewer.userId, personId: personIdOf(chat) },
      ...{ questionnaireId, at },
    })
    chat.toast(chat.words.plain('formsummary:picture.drawing'))
  })
  return composer
}
