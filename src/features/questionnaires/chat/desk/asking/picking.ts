import { Composer } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Chat } from '../../../../../bot/context.ts'
import { personIdOf } from '../../../../../bot/drafts/draft-sitting-needs.ts'
import type { Message } from '../../../../../bot/messenger.ts'
import { shortenedTo } from '../../../../../shared/clean-text.ts'
import type { People } from '../../../../people/index.ts'
import type { askPeople, Picking } from '../../../actions/ask-people.ts'
import { writeWhom } from '../../../domain/whom.ts'
import * as buttons from '../../desk-buttons.ts'
import { backTo } from './asking-views.ts'
import { named } from './rest-views.ts'

export interface PickingNeeds {
  asking: ReturnType<typeof askPeople>
  people: Pick<People, 'questions'>
}

const question = 'forms.people'

/** Single people are found by their name or firm and ticked, before a questionnaire is sent to them. */
export function pickingChat({ asking, people }: PickingNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.pickPeople.pattern, async (chat) => {
    const { questionnaireId, activityId } = buttons.pickPeople.unpack(chat.callbackQuery.data)
    await asking.found(personIdOf(chat), picking(questionnaireId, activityId), [])
    await people.questions.ask(chat, question, `${questionnaireId}.${activityId}`)
  })
  composer.callbackQuery(buttons.tickPerson.pattern, async (chat) => {
    const { questionnaireId, activityId, personId, isPicked } = buttons.tickPerson.unpack(
      chat.callbackQuery.data,
    )
    const one = picking(questionnaireId, activityId)
    await asking.pick(personIdOf(chat), one, personId, isPicked === 1)
    chat.turn(await tickList(chat, one, [personId, ...shownIn(chat)]))
  })
  people.questions.add({
    name: question,
    async prompt(chat) {
      return { text: chat.words('formdesk:send.find') }
    },
    async answer(chat, text, about) {
      const [questionnaireId = 0, activityId = 0] = about.split('.').map(Number)
      const one = picking(questionnaireId, activityId)
      const ids = await asking.find(personIdOf(chat), one, text)
      if (ids.length > 0) return chat.tell(await tickList(chat, one, ids))
      chat.tell({ text: chat.words('formdesk:onsite.nobody') })
      await people.questions.ask(chat, question, about)
    },
  })
  return composer

  /** Those who were found, and all who are ticked. */
  async function tickList(chat: Chat, one: Picking, ids: readonly number[]): Promise<Message> {
    const { words } = chat
    const personId = personIdOf(chat)
    const { questionnaireId, activityId } = one
    const found = await asking.found(personId, one, ids)
    const ticked = found.filter(({ isPicked }) => isPicked).length
    const to = { questionnaireId, activityId: activityId ?? 0 }
    const key = (text: string, callback_data: string): InlineKeyboardButton[] => [{ text, callback_data }]
    const whom = writeWhom({ kind: 'people', pickedBy: personId, activityId })
    return {
      text: words('formdesk:send.tick'),
      keyboard: [
        ...found.map((person) =>
          key(
            `${person.isPicked ? '☑' : '☐'} ${shortenedTo(named(words, person), 50)}`,
            buttons.tickPerson.pack({ ...to, personId: person.id, isPicked: person.isPicked ? 0 : 1 }),
          ),
        ),
        key(words.plain('formdesk:onsite.again'), buttons.pickPeople.pack(to)),
        ...(ticked > 0
          ? [
              key(
                words.plain('formdesk:send.next', { ticked: String(ticked) }),
                buttons.confirmAsk.pack({ questionnaireId, whom }),
              ),
            ]
          : []),
        backTo(words, questionnaireId),
      ],
    }
  }
}

const picking = (questionnaireId: number, activityId: number): Picking => ({
  questionnaireId,
  activityId: activityId === 0 ? null : activityId,
})

/** Whom the tapped message shows, by its buttons. */
function shownIn(chat: Chat): number[] {
  const rows = chat.callbackQuery?.message?.reply_markup?.inline_keyboard ?? []
  return rows
    .flat()
    .map((key) => ('callback_data' in key ? (key.callback_data ?? '') : ''))
    .filter((data) => buttons.tickPerson.pattern.test(data))
    .map((data) => buttons.tickPerson.unpack(data).personId)
}
