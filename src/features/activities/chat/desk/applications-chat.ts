import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageSize } from '../../../../bot/page-keys.ts'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { People } from '../../../people/index.ts'
import type { LookAtApplications } from '../../actions/desk/look-at-applications.ts'
import { titleOf } from '../../domain/activity.ts'
import {
  facets,
  packFilter,
  readFilter,
  withFacet,
  type ApplicationFilter,
} from '../../domain/desk/application-filter.ts'
import { readSearch } from '../../domain/desk/search-words.ts'
import { cleanLine } from '../../../../shared/clean-text.ts'
import * as buttons from '../buttons.ts'
import type { CardCopies } from '../deciding/card-copies.ts'
import { applicationsView } from './applications-view.ts'
import { facetsView, facetView } from './facets-view.ts'

export interface ApplicationsChatNeeds {
  look: LookAtApplications
  copies: CardCopies
  people: Pick<People, 'questions'>
  /** Shows the card of an application in the message that was tapped, to whoever runs its activity. */
  openCard(chat: Chat, applicationId: number): Promise<void>
}

/** The name of the question in which somebody writes whom they look for. */
const question = 'activities.search'
const mostLetters = 100

/** Applications on the desk, in one message: filtered by tap, turned by pages, searched by words, opened and back again. */
export function applicationsChat({ look, copies, people, openCard }: ApplicationsChatNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.applicationsList.pattern, async (chat) => {
    const { filter, offset } = buttons.applicationsList.unpack(chat.callbackQuery.data)
    await showList(chat, readFilter(filter), offset)
  })
  composer.callbackQuery(buttons.openFromList.pattern, async (chat) => {
    const { applicationId, filter, offset } = buttons.openFromList.unpack(chat.callbackQuery.data)
    await copies.openedFrom(chat, buttons.applicationsList.pack({ filter, offset }))
    await openCard(chat, applicationId)
  })
  composer.callbackQuery(buttons.chooseFacets.pattern, async (chat) => {
    const { filter } = buttons.chooseFacets.unpack(chat.callbackQuery.data)
    const opened = await open(chat, readFilter(filter))
    chat.turn(facetsView(chat.words, opened))
  })
  composer.callbackQuery(buttons.chooseFacet.pattern, async (chat) => {
    const asked = buttons.chooseFacet.unpack(chat.callbackQuery.data)
    const facet = facets.find((one) => one === asked.facet)
    if (!facet) throw staleButton()
    const { sought, ...opened } = await open(chat, readFilter(asked.filter))
    const offset = Math.max(asked.offset, 0)
    const found =
      facet === 'activity' || facet === 'firm' || facet === 'group'
        ? await look.choices(
            facet,
            { ...sought, filter: withFacet(sought.filter, facet, '') },
            { offset, limit: pageSize },
          )
        : { choices: [], total: 0 }
    chat.turn(facetView(chat.words, { ...opened, facet, offset, found }))
  })
  composer.callbackQuery(buttons.searchApplications.pattern, async (chat) => {
    const { filter } = buttons.searchApplications.unpack(chat.callbackQuery.data)
    await look.open(chat.viewer.personId, readFilter(filter))
    await people.questions.ask(chat, question, filter)
  })
  composer.callbackQuery(buttons.leaveSearch.pattern, async (chat) => {
    const { filter } = buttons.leaveSearch.unpack(chat.callbackQuery.data)
    await people.questions.leave(chat, question)
    await showList(chat, readFilter(filter), 0)
  })

  people.questions.add({
    name: question,
    isInPlace: true,
    prompt: async ({ words }, filter) => ({
      text: words('desk:search.ask'),
      keyboard: [
        [{ text: words.plain('desk:facets.back'), callback_data: buttons.leaveSearch.pack({ filter }) }],
      ],
    }),
    async answer(chat, text, packed) {
      const { searchId: _former, ...filter } = readFilter(packed)
      await look.open(chat.viewer.personId, filter)
      const words = cleanLine(text).slice(0, mostLetters)
      if (!readSearch(words)) {
        chat.tell({ text: chat.words('desk:search.tooShort') })
        return people.questions.ask(chat, question, packFilter(filter))
      }
      const searchId = await look.keepSearch(chat.viewer.personId ?? 0, words)
      chat.tell(await listMessage(chat, { ...filter, searchId }, 0))
    },
  })
  return composer

  async function showList(chat: Chat, filter: ApplicationFilter, offset: number): Promise<void> {
    await copies.leave(chat)
    chat.turn(await listMessage(chat, filter, offset))
  }

  async function listMessage(chat: Chat, asked: ApplicationFilter, from: number): Promise<Message> {
    const { sought, isSearchGone, ...opened } = await open(chat, asked)
    if (isSearchGone) chat.toast(chat.words.plain('desk:search.gone'))
    const page = await look.page(sought, { offset: Math.max(from, 0), limit: pageSize })
    return applicationsView(chat.words, { ...opened, ...page })
  }

  async function open(chat: Chat, asked: ApplicationFilter) {
    const { activity, sought, typed, isSearchGone } = await look.open(chat.viewer.personId, asked)
    const chosen = {
      ...(await look.named(sought.filter)),
      ...(activity ? { activity: titleOf(activity, chat.words.language) } : {}),
      ...(typed === undefined ? {} : { words: typed }),
    }
    return { filter: sought.filter, sought, chosen, isSearchGone, ...(activity ? { activity } : {}) }
  }
}
