import { Composer } from 'grammy'
import type { Chat } from '../../../../../bot/context.ts'
import { personIdOf } from '../../../../../bot/drafts/draft-sitting-needs.ts'
import type { orderPicture } from '../../../actions/order-picture.ts'
import type { ReadSummary } from '../../../actions/read-summary.ts'
import type { QuestionnaireStore } from '../../../data/questionnaire-store.ts'
import { titleIn } from '../../../domain/form-language.ts'
import * as buttons from '../../summary-buttons.ts'
import { roundsView } from './rounds-view.ts'
import { questionsView, summaryView } from './summary-views.ts'

export interface SummaryChatNeeds {
  summary: ReadSummary
  questionnaires: QuestionnaireStore
  picture: ReturnType<typeof orderPicture>
}

interface Which {
  questionnaireId: number
  /** The one under way, unless it says another. */
  round?: number
}

/** What the answers come to, question by question and round by round, in one message that is leafed through. */
export function summaryChat({ summary, questionnaires, picture }: SummaryChatNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  for (const one of [buttons.summaryOf, buttons.summaryNow])
    composer.callbackQuery(one.pattern, (chat) => showPage(chat, one.unpack(chat.callbackQuery.data)))
  for (const one of [buttons.allQuestions, buttons.allQuestionsNow])
    composer.callbackQuery(one.pattern, (chat) => showQuestions(chat, one.unpack(chat.callbackQuery.data)))
  for (const one of [buttons.drawSummary, buttons.drawSummaryNow])
    composer.callbackQuery(one.pattern, (chat) => draw(chat, one.unpack(chat.callbackQuery.data)))
  composer.callbackQuery(buttons.listRounds.pattern, async (chat) => {
    const { questionnaireId, offset } = buttons.listRounds.unpack(chat.callbackQuery.data)
    const { questionnaire, rounds } = await summary.rounds(chat.viewer.personId, questionnaireId)
    const form = await questionnaires.form(questionnaire.versionId ?? 0)
    const title = titleIn(form, chat.words.language)
    chat.turn(roundsView(chat.words, { questionnaireId, title, rounds, offset: Math.max(offset, 0) }))
  })
  return composer

  async function showPage(
    { viewer, words, turn }: Chat,
    { questionnaireId, page, ...which }: Which & { at: number; page: number },
  ): Promise<void> {
    turn(summaryView(words, await summary.page(viewer.personId, questionnaireId, which), page))
  }

  async function showQuestions(
    { viewer, words, turn }: Chat,
    { questionnaireId, round, offset }: Which & { offset: number },
  ): Promise<void> {
    const found = await summary.pages(viewer.personId, questionnaireId, round)
    turn(questionsView(words, { ...found, offset: Math.max(offset, 0) }))
  }

  async function draw(chat: Chat, which: Which & { at: number }): Promise<void> {
    await picture({ ...which, personId: personIdOf(chat), chatId: chat.viewer.userId })
    chat.toast(chat.words.plain('formsummary:picture.drawing'))
  }
}
