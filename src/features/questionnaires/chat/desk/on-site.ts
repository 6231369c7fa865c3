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
  filling: ReturnType<typeof fillFor>
  search: PeopleSearch
  people: Pick<People, 'firms' | 'questions'>
  activities: Pick<Activities, 'store'>
  sitting: Pick<DraftSitting, 'sitDown'>
  pauseOthers(chat: Chat): Promise<void>
}

/** Somebody, or a firm, of that name. */
interface Found {
  whoId: number
  label: string
}

const question = 'forms.onsite'
/** Found people or firms that are shown; whoever has more writes more letters. */
const shown = 10
/** So many are looked at, as for some of them it cannot be filled in. */
const lookedAt = 40

/** A coordinator fills in a questionnaire for somebody who stands beside her, in her own chat. */
export function onSiteChat(needs: OnSiteNeeds): Composer<Chat> {
  const { rights, filling, search, people, activities, sitting } = needs
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
      const called = await find(chat, questionnaire, text)
      const found = await fillable(chat, questionnaire, called)
      if (found.length === 0) {
        const names = called.slice(0, 3).map(({ label }) => label)
        chat.tell({
          text:
            names.length === 0
              ? chat.words('formdesk:onsite.nobody')
              : chat.words('formdesk:onsite.noneOfThem', { names: names.join('; ') }),
        })
        return people.questions.ask(chat, question, about)
      }
      chat.tell({
        text: chat.words('formdesk:onsite.found'),
        keyboard: [...found.map((one) => [keyOf(questionnaire, one)]), [againKey(chat, questionnaire.id)]],
      })
    },
  })
  return composer

  async function find(chat: Chat, { scope }: Questionnaire, text: string): Promise<Found[]> {
    if (scope === 'firm')
      return (await people.firms.search(text, lookedAt)).map(({ id, name }) => ({ whoId: id, label: name }))
    const reach = await rights.within(chat.viewer.personId)
    const persons = await search.byName(text, reach, lookedAt)
    return persons.map((one) => ({ whoId: one.id, label: named(chat.words, one) }))
  }

  /** The first for whom it can be filled in: nobody is offered only to be refused. */
  async function fillable(chat: Chat, { id }: Questionnaire, all: readonly Found[]): Promise<Found[]> {
    const can: Found[] = []
    for (const one of all) {
      if (can.length === shown) break
      const asked = { questionnaireId: id, coordinatorId: personIdOf(chat), whoId: one.whoId }
      if (await filling.mayFill(asked)) can.push(one)
    }
    return can
  }

  async function open(chat: Chat, asked: Omit<FillFor, 'coordinatorId'>): Promise<void> {
    const found = await filling.fill({ ...asked, coordinatorId: personIdOf(chat) })
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

const keyOf = ({ id: questionnaireId }: Questionnaire, { whoId, label }: Found): InlineKeyboardButton => ({
  text: shortenedTo(label, 60),
  callback_data: buttons.fillForThis.pack({ questionnaireId, whoId }),
})

const againKey = ({ words }: Chat, questionnaireId: number): InlineKeyboardButton => ({
  text: words.plain('formdesk:onsite.again'),
  callback_data: buttons.fillForSomebody.pack({ questionnaireId }),
})
