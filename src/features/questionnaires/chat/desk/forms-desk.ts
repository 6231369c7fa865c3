import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { writeSpreadsheet } from '../../../../platform/spreadsheets/index.ts'
import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { DeskRights } from '../../actions/desk-rights.ts'
import type { TendedState, tendForm } from '../../actions/tend-form.ts'
import type { DeskCounts } from '../../data/desk-counts.ts'
import type { deskList } from '../../data/desk-list.ts'
import { reachOf } from '../../../people/index.ts'
import { formTemplate } from '../../domain/xlsform/template.ts'
import * as buttons from '../desk-buttons.ts'
import type { FormCards } from './form-cards.ts'
import { formsListView, stateQuestion } from './forms-desk-views.ts'

export interface FormsDeskNeeds {
  rights: DeskRights
  tend: ReturnType<typeof tendForm>
  list: ReturnType<typeof deskList>
  counts: DeskCounts
  cards: FormCards
  clock: Clock
  homeTimeZone: string
}

/** The questionnaires on the desk: the list, a card of each, and whether it takes answers. */
export function formsDesk(needs: FormsDeskNeeds): Composer<Chat> {
  const { rights, tend, list, counts, cards, clock, homeTimeZone } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.deskForms.pattern, async (chat) => {
    const { offset } = buttons.deskForms.unpack(chat.callbackQuery.data)
    chat.turn(await listMessage(chat, Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.deskForm.pattern, async (chat) => {
    const { questionnaireId } = buttons.deskForm.unpack(chat.callbackQuery.data)
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    chat.turn(await cards.card(chat, questionnaire))
  })
  composer.callbackQuery(buttons.askState.pattern, async (chat) => {
    const { questionnaireId, state } = buttons.askState.unpack(chat.callbackQuery.data)
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    const { movable, whileApplying } = await counts.openDrafts(questionnaireId)
    chat.turn(stateQuestion(chat.words, questionnaire, tended(state), movable + whileApplying))
  })
  composer.callbackQuery(buttons.setState.pattern, async (chat) => {
    const { questionnaireId, state } = buttons.setState.unpack(chat.callbackQuery.data)
    const questionnaire = await tend(questionnaireId, chat.viewer.personId, tended(state))
    chat.toast(chat.words.plain(`formdesk:stateSet.${tended(state)}`))
    chat.turn(await cards.card(chat, questionnaire))
  })
  composer.callbackQuery(buttons.sendTemplate.pattern, async (chat) => {
    await rights.grantsOf(chat.viewer.personId)
    const { words } = chat
    const sheets = formTemplate({
      language: words.language,
      explain: (key) => words.plain(`xlsform:help.${key}` as TextKey),
      today: clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate(),
    })
    await chat.tellDocument({
      name: words.plain('formdesk:template.fileName'),
      content: await writeSpreadsheet(sheets),
      caption: words('formdesk:template.caption'),
    })
  })
  return composer

  async function listMessage(chat: Chat, from: number): Promise<Message> {
    const reach = reachOf(await rights.grantsOf(chat.viewer.personId), 'askForms')
    const page = await list(reach, { offset: from, limit: pageSize })
    const answered = await counts.answered(
      page.rows.map(({ questionnaire }) => questionnaire.id),
      reach,
    )
    return formsListView(chat.words, {
      ...{ ...page, offset: from, answered, now: clock.now(), homeTimeZone },
      hasTemplates: reach === 'everywhere',
    })
  }
}

function tended(state: string): TendedState {
  if (state === 'published' || state === 'closed' || state === 'archived') return state
  throw staleButton()
}
