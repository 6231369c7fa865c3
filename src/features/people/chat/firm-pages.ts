import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../bot/page-keys.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { tendingFirms } from '../actions/tend-firms.ts'
import type { FirmStore } from '../data/firm-store.ts'
import type { MemberStore } from '../data/member-store.ts'
import { asCountry, flagOf } from '../../../shared/countries.ts'
import type { Firm } from '../domain/firm.ts'
import { displayName } from '../domain/person.ts'
import * as buttons from './buttons.ts'
import type { Questions } from './questions.ts'

export interface FirmPagesNeeds {
  firms: FirmStore
  members: MemberStore
  tending: ReturnType<typeof tendingFirms>
  questions: Questions
  applicationsOf(firmId: number): Promise<number>
  /** What other rooms have to say before two firms become one, a line each. */
  mergeDoubts(words: Words, fromId: number, intoId: number): Promise<string[]>
}

const mostMembers = 30
const key = (text: string, callback_data: string) => [{ text, callback_data }]

/** The firms, from the desk: found, renamed, made one; and who is in them. */
export function firmPages(needs: FirmPagesNeeds) {
  const { firms, members, tending, questions, applicationsOf, mergeDoubts } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.listFirms.pattern, async (chat) => {
    const { offset } = buttons.listFirms.unpack(chat.callbackQuery.data)
    await tending.mustRunTheHouse(chat.viewer.personId)
    chat.turn(await listPage(chat.words, Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.findFirm.pattern, async (chat) => {
    await tending.mustRunTheHouse(chat.viewer.personId)
    await questions.ask(chat, 'firm-find')
  })
  composer.callbackQuery(buttons.openFirm.pattern, async (chat) => {
    const { firmId } = buttons.openFirm.unpack(chat.callbackQuery.data)
    await tending.mustRunTheHouse(chat.viewer.personId)
    chat.turn(await firmCard(chat.words, await tending.known(firmId)))
  })
  composer.callbackQuery(buttons.renameFirm.pattern, async (chat) => {
    const { firmId } = buttons.renameFirm.unpack(chat.callbackQuery.data)
    await tending.mustRunTheHouse(chat.viewer.personId)
    await questions.ask(chat, 'firm-rename', String((await tending.known(firmId)).id))
  })
  composer.callbackQuery(buttons.mergeFirm.pattern, async (chat) => {
    const { firmId } = buttons.mergeFirm.unpack(chat.callbackQuery.data)
    await tending.mustRunTheHouse(chat.viewer.personId)
    await questions.ask(chat, 'firm-merge', String((await tending.known(firmId)).id))
  })
  composer.callbackQuery(buttons.previewMerge.pattern, async (chat) => {
    const { fromId, intoId } = buttons.previewMerge.unpack(chat.callbackQuery.data)
    await tending.mustRunTheHouse(chat.viewer.personId)
    const { from, into, ...counts } = await tending.preview(fromId, intoId)
    const preview = chat.words('people:firms.mergePreview', {
      from: firmLabel(from),
      into: firmLabel(into),
      people: String(counts.people),
      applications: String(counts.applications),
    })
    chat.turn({
      text: [preview, ...(await mergeDoubts(chat.words, fromId, intoId))].join('\n\n'),
      keyboard: [
        key(chat.words.plain('people:firms.mergeYes'), buttons.doMerge.pack({ fromId, intoId })),
        key(chat.words.plain('bot:back'), buttons.openFirm.pack({ firmId: fromId })),
      ],
    })
  })
  composer.callbackQuery(buttons.doMerge.pattern, async (chat) => {
    const { fromId, intoId } = buttons.doMerge.unpack(chat.callbackQuery.data)
    await tending.mustRunTheHouse(chat.viewer.personId)
    const { from } = await tending.merge(fromId, intoId)
    const card = await firmCard(chat.words, await tending.known(intoId))
    chat.turn({ ...card, text: `${chat.words('people:firms.merged', { from: from.name })}\n\n${card.text}` })
  })

  questions.add({
    name: 'firm-find',
    prompt: async ({ words }) => ({ text: words('people:firms.find') }),
    async answer(chat, text) {
      await tending.mustRunTheHouse(chat.viewer.personId)
      chat.tell(foundList(chat.words, await firms.search(text, pageSize)))
    },
  })
  questions.add({
    name: 'firm-rename',
    prompt: async ({ words }, about) => ({
      text: words('people:firms.askName', { firm: (await tending.known(Number(about))).name }),
    }),
    async answer(chat, text, about) {
      await tending.mustRunTheHouse(chat.viewer.personId)
      chat.tell(await firmCard(chat.words, await tending.rename(Number(about), text)))
    },
  })
  questions.add({
    name: 'firm-merge',
    prompt: async ({ words }, about) => ({
      text: words('people:firms.askInto', { firm: (await tending.known(Number(about))).name }),
    }),
    async answer(chat, text, about) {
      await tending.mustRunTheHouse(chat.viewer.personId)
      const from = await tending.known(Number(about))
      const found = (await firms.search(text, pageSize)).filter(({ id }) => id !== from.id)
      chat.tell({
        text: chat.words(found.length > 0 ? 'people:firms.chooseInto' : 'people:firms.foundNone', {
          firm: from.name,
        }),
        keyboard: [
          ...found.map((firm) =>
            key(firmLabel(firm), buttons.previewMerge.pack({ fromId: from.id, intoId: firm.id })),
          ),
          key(chat.words.plain('bot:back'), buttons.openFirm.pack({ firmId: from.id })),
        ],
      })
    },
  })
  return { chat: composer, firmCard }

  async function listPage(words: Words, offset: number): Promise<Message> {
    const { firms: page, total } = await firms.page(offset, pageSize)
    return {
      text: words('people:firms.list'),
      keyboard: [
        key(words.plain('people:firms.search'), buttons.findFirm.pack({})),
        ...page.map((firm) => key(firmLabel(firm), buttons.openFirm.pack({ firmId: firm.id }))),
        ...pageKeys(words, { offset, limit: pageSize, total }, (at) =>
          buttons.listFirms.pack({ offset: at }),
        ),
        buttons.deskRow(words),
      ].filter((keys) => keys.length > 0),
    }
  }

  function foundList(words: Words, found: readonly Firm[]): Message {
    return {
      text: words(found.length > 0 ? 'people:firms.found' : 'people:firms.foundNone', { firm: '' }),
      keyboard: [
        ...found.map((firm) => key(firmLabel(firm), buttons.openFirm.pack({ firmId: firm.id }))),
        key(words.plain('people:firms.all'), buttons.listFirms.pack({ offset: 0 })),
      ],
    }
  }

  async function firmCard(words: Words, firm: Firm): Promise<Message> {
    const people = await members.peopleOf(firm.id, mostMembers)
    return {
      text: words('people:firms.card', {
        firm: firmLabel(firm),
        tax: firm.taxNumber ?? '–',
        people: String(people.length),
        applications: String(await applicationsOf(firm.id)),
      }),
      keyboard: [
        ...people.map((person) =>
          key(
            `👤 ${displayName(person)}${person.state === 'requested' ? ` (${words.plain('people:firms.requested')})` : ''}`,
            buttons.openMember.pack({ firmId: firm.id, personId: person.id }),
          ),
        ),
        key(words.plain('people:firms.rename'), buttons.renameFirm.pack({ firmId: firm.id })),
        key(words.plain('people:firms.merge'), buttons.mergeFirm.pack({ firmId: firm.id })),
        key(words.plain('people:firms.all'), buttons.listFirms.pack({ offset: 0 })),
      ],
    }
  }
}

/** "Çelik Dış Ticaret A.Ş., Eskişehir 🇹🇷" */
function firmLabel({ name, city, country }: Firm): string {
  const known = asCountry(country)
  return [name, city].filter(Boolean).join(', ') + (known ? ` ${flagOf(known)}` : '')
}
