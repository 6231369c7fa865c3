import { Composer } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { DraftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { titleOf, type Activities } from '../../../activities/index.ts'
import type { People } from '../../../people/index.ts'
import type { DeskRights } from '../../actions/desk-rights.ts'
import type { FillFor, fillFor } from '../../actions/fill-for.ts'
import type { PeopleSearch } from '../../data/requests/people-search.ts'
import type { Questionnaire } from '../../domain/questionnaire.ts'
import * as buttons from '../desk-buttons.ts'
import { named } from './asking/rest-views.ts'

export interface OnSiteNeeds {
  rights: DeskRights
  fill: ReturnType<typeof fillFor>
  search: PeopleSearch
  people: Pick<People, 'firms' | 'questions'>
  activities: Pick<Activities, 'store'>
  sitting: Pick<DraftSitting, 'sitDown'>
  pauseOthers(chat: Chat): Promise<void>
}

const question = 'forms.onsite'
/** Found people or firms that are shown; whoever has more writes more letters. */
const shown = 10

/** A coordinator fills in a questionnaire for somebody who stands beside her, in her own chat. */
export function onSiteChat(needs: OnSiteNeeds): Composer<Chat> {
  const { rights, fill, search, people, activities, sitting } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.fillForSomebody.pattern, async (chat) => {
    const { questionnaireId } = buttons.fillForSomebody.unpack(chat.callbackQuery.data)
    await rights.theirs(chat.viewer.personId, questionnaireId)
    await people.questions.ask(chat, question, String(questionnaireId))
  })
  composer.callbackQuery(buttons.fillForThis.pattern, async (chat) => {
    await open(chat, buttons.fillForThis.unpack(chat.callbackQuery.data))
  })
  composer.callbackQuery(buttons.fillForActivity.pattern, async (chat) => {
    await open(chat, buttons.fillForActivity.unpack(chat.callbackQuery.data))
  })
  people.questions.add({
    name: question,
    async prompt(chat, about) {
      const { scope } = await rights.theirs(chat.viewer.personId, Number(about))
      return { text: chat.words(`formdesk:onsite.ask.${scope}`) }
    },
    async answer(chat, text, about) {
      const questionnaire = await rights.theirs(chat.viewer.personId, Number(about))
      const found = await find(chat, questionnaire, text)
      if (found.length === 0) {
        chat.tell({ text: chat.words('formdesk:onsite.nobody') })
        return people.questions.ask(chat, question, about)
      }
      chat.tell({
        text: chat.words('formdesk:onsite.found'),
        keyboard: [...found.map((one) => [one]), [againKey(chat, questionnaire.id)]],
      })
    },
  })
  return composer

  async function find(
    chat: Chat,
    { id: questionnaireId, scope }: Questionnaire,
    text: string,
  ): Promise<InlineKeyboardButton[]> {
    const key = (label: string, whoId: number) => ({
      text: shortenedTo(label, 60),
      callback_data: buttons.fillForThis.pack({ questionnaireId, whoId }),
    })
    if (scope === 'firm') return (await people.firms.search(text, shown)).map(({ id, name }) => key(name, id))
    const reach = await rights.within(chat.viewer.personId)
    return (await search.byName(text, reach, shown)).map((one) => key(named(chat.words, one), one.id))
  }

  async function open(chat: Chat, asked: Omit<FillFor, 'coordinatorId'>): Promise<void> {
    const found = await fill({ ...asked, coordinatorId: personIdOf(chat) })
    if (found.kind === 'draft') {
      await needs.pauseOthers(chat)
      return sitting.sitDown(chat, found.response.id)
    }
    const known = await activities.store.byIds(found.activityIds)
    const { questionnaireId, whoId } = asked
    chat.turn({
      text: chat.words('formdesk:send.which'),
      keyboard: [...known.values()].map((activity) => [
        {
          text: shortenedTo(titleOf(activity, chat.words.language), 50),
          callback_data: buttons.fillForActivity.pack({ questionnaireId, whoId, activityId: activity.id }),
        },
      ]),
    })
  }
}

const againKey = ({ words }: Chat, questionnaireId: number): InlineKeyboardButton => ({
  text: words.plain('formdesk:onsite.again'),
  callback_data: buttons.fillForSomebody.pack({ questionnaireId }),
})
