import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { ReadResults } from '../../actions/read-results.ts'
import type { QuestionnaireStore } from '../../data/questionnaire-store.ts'
import { titleIn } from '../../domain/form-language.ts'
import * as buttons from '../desk-buttons.ts'
import { resultsView } from './results-views.ts'

export interface ResultsChatNeeds {
  questionnaires: QuestionnaireStore
  reading: ReadResults
  homeTimeZone: string
}

/** What came of a questionnaire, on the desk. */
export function resultsChat({ questionnaires, reading, homeTimeZone }: ResultsChatNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.showResults.pattern, async (chat) => {
    const { questionnaireId } = buttons.showResults.unpack(chat.callbackQuery.data)
    const found = await reading.numbers(chat.viewer.personId, questionnaireId)
    const form = await questionnaires.form(found.questionnaire.versionId ?? 0)
    const title = titleIn(form, chat.words.language)
    chat.turn(resultsView(chat.words, { ...found, title, homeTimeZone }))
  })
  return composer
}
