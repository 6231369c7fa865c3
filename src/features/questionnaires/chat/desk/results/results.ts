import { Composer } from 'grammy'
import { staleButton } from '../../../../../bot/callback-data.ts'
import type { Chat } from '../../../../../bot/context.ts'
import { personIdOf } from '../../../../../bot/drafts/draft-sitting-needs.ts'
import type { OrderTable } from '../../../actions/order-table.ts'
import type { ReadResults } from '../../../actions/read-results.ts'
import type { QuestionnaireStore } from '../../../data/questionnaire-store.ts'
import { titleIn } from '../../../domain/form-language.ts'
import * as buttons from '../../desk-buttons.ts'
import { resultsView } from './results-views.ts'
import { languageQuestion, screenOfTable, tableStopped, tableUnderWay } from './table-views.ts'

export interface ResultsChatNeeds {
  questionnaires: QuestionnaireStore
  reading: ReadResults
  tables: OrderTable
  homeTimeZone: string
}

/** What came of a questionnaire, on the desk, and the table of it. */
export function resultsChat({ questionnaires, reading, tables, homeTimeZone }: ResultsChatNeeds) {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.showResults.pattern, async (chat) => {
    const { questionnaireId } = buttons.showResults.unpack(chat.callbackQuery.data)
    await showResults(chat, questionnaireId)
  })
  composer.callbackQuery(buttons.chooseTable.pattern, async (chat) => {
    const { questionnaireId } = buttons.chooseTable.unpack(chat.callbackQuery.data)
    const languages = await tables.languages(chat.viewer.personId, questionnaireId)
    if (languages.length === 1) return order(chat, questionnaireId, 0)
    const title = await titleFor(chat, questionnaireId)
    chat.turn(languageQuestion(chat.words, { questionnaireId, title }, languages))
  })
  composer.callbackQuery(buttons.orderTable.pattern, async (chat) => {
    const { questionnaireId, language } = buttons.orderTable.unpack(chat.callbackQuery.data)
    await order(chat, questionnaireId, language)
    await showResults(chat, questionnaireId)
  })
  composer.callbackQuery(buttons.stopTable.pattern, async (chat) => {
    const { exportId } = buttons.stopTable.unpack(chat.callbackQuery.data)
    const { questionnaireId } = await tables.stop(chat.viewer.personId, exportId)
    const title = await titleFor(chat, questionnaireId)
    chat.display(screenOfTable(exportId), tableStopped(chat.words, title, questionnaireId))
  })
  return composer

  async function showResults(chat: Chat, questionnaireId: number): Promise<void> {
    const found = await reading.numbers(chat.viewer.personId, questionnaireId)
    const title = await titleFor(chat, questionnaireId)
    chat.turn(resultsView(chat.words, { ...found, title, homeTimeZone }))
  }

  /** The message about it is a new one, under which the file will be. */
  async function order(chat: Chat, questionnaireId: number, place: number): Promise<void> {
    const language = (await tables.languages(chat.viewer.personId, questionnaireId))[place]
    if (!language) throw staleButton()
    const ordered = await tables.order({
      ...{ personId: personIdOf(chat), chatId: chat.viewer.userId, questionnaireId, language },
    })
    const title = await titleFor(chat, questionnaireId)
    chat.display(screenOfTable(ordered.id), tableUnderWay(chat.words, { id: ordered.id, title }))
  }

  async function titleFor({ words }: Chat, questionnaireId: number): Promise<string> {
    const questionnaire = await questionnaires.read(questionnaireId)
    return titleIn(await questionnaires.form(questionnaire?.versionId ?? 0), words.language)
  }
}
