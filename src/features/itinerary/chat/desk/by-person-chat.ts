import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import type { People } from '../../../people/index.ts'
import type { RunsActivity } from '../../actions/runs-activity.ts'
import type { ComingMessages } from '../../data/changes/coming-messages.ts'
import * as buttons from './buttons.ts'
import { foundView, ofPersonView, recipientsView } from './by-person-view.ts'
import type { RemindersDesk } from './desk-chat.ts'

export interface ByPersonNeeds {
  runs: RunsActivity
  coming: Pick<ComingMessages, 'recipients' | 'ofPerson'>
  people: Pick<People, 'questions'>
  pageOf: RemindersDesk['pageOf']
}

const question = 'reminders.find'

/** What will go out within a day, by person: all who get anything, somebody by their name, and what they get. */
export function comingByPerson({ runs, coming, people, pageOf }: ByPersonNeeds): Composer<Chat> {
  const chat = new Composer<Chat>()
  const theirs = (tapped: Chat, activityId: number) => runs(tapped.viewer.personId, activityId)

  chat.callbackQuery(buttons.byPerson.pattern, async (tapped) => {
    const { activityId, offset } = buttons.byPerson.unpack(tapped.callbackQuery.data)
    const activity = await theirs(tapped, activityId)
    const page = await pageOf(activity, offset)
    const found = await coming.recipients(page)
    tapped.turn(recipientsView(tapped.words, { activity, ...found, offset: page.offset }))
  })
  chat.callbackQuery(buttons.ofPerson.pattern, async (tapped) => {
    const { activityId, personId, offset } = buttons.ofPerson.unpack(tapped.callbackQuery.data)
    const activity = await theirs(tapped, activityId)
    const page = await pageOf(activity, offset)
    const found = await coming.ofPerson(page, personId)
    if (!found) return tapped.toast(tapped.words.plain('reminders:desk.nothingLeft'), true)
    tapped.turn(ofPersonView(tapped.words, { activity, items: page.items, ...found, offset: page.offset }))
  })
  chat.callbackQuery(buttons.findPerson.pattern, async (tapped) => {
    const { activityId } = buttons.findPerson.unpack(tapped.callbackQuery.data)
    await theirs(tapped, activityId)
    await people.questions.ask(tapped, question, String(activityId))
  })
  people.questions.add({
    name: question,
    prompt: ({ words }) => Promise.resolve({ text: words('reminders:desk.askName') }),
    async answer(asked, text, about) {
      const activity = await theirs(asked, Number(about))
      const found = await coming.recipients({ ...(await pageOf(activity, 0)), limit: pageSize }, text)
      if (found.total > 0) return asked.tell(foundView(asked.words, { activity, ...found }))
      asked.tell({ text: asked.words('reminders:desk.nobodyCalled') })
      await people.questions.ask(asked, question, about)
    },
  })
  return chat
}
