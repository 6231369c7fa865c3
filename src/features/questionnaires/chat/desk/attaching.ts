import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { AttachForm } from '../../actions/attach-form.ts'
import type { QuestionnaireStore } from '../../data/questionnaire-store.ts'
import { titleIn } from '../../domain/form-language.ts'
import type { Questionnaire } from '../../domain/questionnaire.ts'
import * as buttons from '../desk-buttons.ts'
import { activitiesView, detachQuestion } from './attaching-views.ts'

export interface AttachingNeeds {
  attaching: AttachForm
  questionnaires: Pick<QuestionnaireStore, 'form'>
}

/** The activities of a questionnaire: one more at a tap, one fewer after a question. */
export function attachingChat({ attaching, questionnaires }: AttachingNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.formActivities.pattern, async (chat) => {
    const { questionnaireId, offset } = buttons.formActivities.unpack(chat.callbackQuery.data)
    chat.turn(await listMessage(chat, questionnaireId, Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.attach.pattern, async (chat) => {
    const { questionnaireId, activityId } = buttons.attach.unpack(chat.callbackQuery.data)
    await attaching.attach(chat.viewer.personId, questionnaireId, activityId)
    chat.toast(chat.words.plain('formattach:attached'))
    chat.turn(await listMessage(chat, questionnaireId, 0))
  })
  composer.callbackQuery(buttons.askDetaching.pattern, async (chat) => {
    const { questionnaireId, activityId } = buttons.askDetaching.unpack(chat.callbackQuery.data)
    const found = await attaching.toDetach(chat.viewer.personId, questionnaireId, activityId)
    chat.turn(detachQuestion(chat.words, { ...found, title: await titleFor(chat, found.questionnaire) }))
  })
  composer.callbackQuery(buttons.detach.pattern, async (chat) => {
    const { questionnaireId, activityId } = buttons.detach.unpack(chat.callbackQuery.data)
    await attaching.detach(chat.viewer.personId, questionnaireId, activityId)
    chat.toast(chat.words.plain('formattach:detached'))
    chat.turn(await listMessage(chat, questionnaireId, 0))
  })
  return composer

  async function listMessage(chat: Chat, questionnaireId: number, offset: number): Promise<Message> {
    const found = await attaching.look(chat.viewer.personId, questionnaireId)
    return activitiesView(chat.words, {
      ...{ ...found, offset },
      title: await titleFor(chat, found.questionnaire),
    })
  }

  async function titleFor({ words }: Chat, { versionId }: Questionnaire): Promise<string> {
    return titleIn(await questionnaires.form(versionId ?? 0), words.language)
  }
}
