import { Composer } from 'grammy'
import type { Chat } from '../../../../../bot/context.ts'
import type { Message } from '../../../../../bot/messenger.ts'
import { pageSize } from '../../../../../bot/page-keys.ts'
import type { People } from '../../../../people/index.ts'
import type { LookAtResponse } from '../../../actions/look-at-response.ts'
import type { QuestionnaireStore } from '../../../data/questionnaire-store.ts'
import { titleIn } from '../../../domain/form-language.ts'
import { fileEnding } from '../../../domain/media-type.ts'
import * as buttons from '../../summary-buttons.ts'
import { responseCard } from './response-card.ts'
import { responsesListView } from './responses-list.ts'

export interface ResponsesChatNeeds {
  look: LookAtResponse
  questionnaires: QuestionnaireStore
  homeTimeZone: string
  people: Pick<People, 'audit'>
}

/** Responses one by one: their list, a card of each with its neighbours, and the files in it. */
export function responsesChat({
  look,
  questionnaires,
  people,
  homeTimeZone,
}: ResponsesChatNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.openResponses.pattern, async (chat) => {
    const { questionnaireId } = buttons.openResponses.unpack(chat.callbackQuery.data)
    chat.tell(await listMessage(chat, questionnaireId, 0))
  })
  composer.callbackQuery(buttons.listResponses.pattern, async (chat) => {
    const { questionnaireId, offset } = buttons.listResponses.unpack(chat.callbackQuery.data)
    chat.turn(await listMessage(chat, questionnaireId, Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.openResponseCard.pattern, async (chat) => {
    const { responseId } = buttons.openResponseCard.unpack(chat.callbackQuery.data)
    chat.tell(await cardMessage(chat, responseId, 0))
  })
  composer.callbackQuery(buttons.turnResponseCard.pattern, async (chat) => {
    const { responseId, page } = buttons.turnResponseCard.unpack(chat.callbackQuery.data)
    chat.turn(await cardMessage(chat, responseId, page))
  })
  composer.callbackQuery(buttons.sendResponseFile.pattern, async (chat) => {
    const { responseId, fileId } = buttons.sendResponseFile.unpack(chat.callbackQuery.data)
    const { viewer, words } = chat
    const { file, listed, personId } = await look.file(viewer.personId, responseId, fileId, viewer.language)
    await people.audit.note({
      ...{ byPersonId: viewer.personId ?? 0, act: 'exported', what: 'responseFile' },
      aboutPersonIds: personId === null ? [] : [personId],
    })
    await chat.tellDocument({
      name: file.name ?? `${listed.reference}-${fileId}${fileEnding(file.mediaType)}`,
      content: file.content,
      caption: words('formsummary:card.fileOf', { reference: listed.reference }),
      isProtected: true,
    })
  })
  return composer

  async function listMessage(
    { viewer, words }: Chat,
    questionnaireId: number,
    offset: number,
  ): Promise<Message> {
    const { questionnaire, rows, total } = await look.page(viewer.personId, questionnaireId, {
      offset,
      limit: pageSize,
    })
    const form = await questionnaires.form(questionnaire.versionId ?? 0)
    const title = titleIn(form, words.language)
    return responsesListView(words, { questionnaireId, title, rows, total, offset, homeTimeZone })
  }

  async function cardMessage({ viewer, words }: Chat, responseId: number, page: number): Promise<Message> {
    const looked = await look.one(viewer.personId, responseId, viewer.language)
    await people.audit.note({
      ...{ byPersonId: viewer.personId ?? 0, act: 'saw', what: 'response' },
      aboutPersonIds: looked.personId === null ? [] : [looked.personId],
    })
    return responseCard(words, looked, page, homeTimeZone)
  }
}
