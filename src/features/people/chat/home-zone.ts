import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { settlingHomeZone } from '../actions/settle-home-zone.ts'
import type { askedToday } from '../data/asked-today.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { Firm } from '../domain/firm.ts'
import { isTimeZone, readTimeZone } from '../domain/home-zone.ts'
import { cityOfZone } from '../domain/zone-names.ts'
import { changeZone, chooseZone } from './buttons.ts'
import type { Questions } from './questions.ts'

export interface HomeZoneChatNeeds {
  persons: PersonStore
  zones: ReturnType<typeof settlingHomeZone>
  questions: Questions
  zoneChosen(personId: number): Promise<void>
}

/** The live message in which somebody is asked for their time zone. */
const zoneScreen = 'zone'

/** Somebody's own time zone: asked where their country has several, and changed from /privacy. */
export function homeZoneChat({ persons, zones, questions, zoneChosen }: HomeZoneChatNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(changeZone.pattern, (chat) => questions.ask(chat, 'zone'))
  composer.callbackQuery(chooseZone.pattern, async (chat) => {
    const { timeZone } = chooseZone.unpack(chat.callbackQuery.data)
    if (!isTimeZone(timeZone) || chat.viewer.personId === null) throw staleButton()
    await keep(chat.viewer.personId, timeZone)
    await questions.leave(chat, 'zone')
    chat.turn(chosen(chat.words, timeZone))
  })

  questions.add({
    name: 'zone',
    async prompt({ words, viewer }) {
      const found = await zones.candidates(viewer.personId ?? 0)
      return zoneQuestion(words, found.kind === 'ask' ? found.timeZones : [found.timeZone])
    },
    async answer(chat, text) {
      const timeZone = readTimeZone(text)
      await keep(chat.viewer.personId ?? 0, timeZone)
      chat.tell(chosen(chat.words, timeZone))
    },
  })
  return composer

  async function keep(personId: number, timeZone: string): Promise<void> {
    await persons.update(personId, { homeZone: timeZone })
    await zoneChosen(personId)
  }
}

/** After an application: somebody's home zone, kept where it is clear, asked for where it is not. */
export const settlingInChat =
  ({ zones, wasAsked }: Pick<HomeZoneChatNeeds, 'zones'> & { wasAsked: ReturnType<typeof askedToday> }) =>
  async (opened: Chat, personId: number, firm?: Firm): Promise<void> => {
    const open = await zones.settle(personId, firm)
    if (open.length === 0 || (await wasAsked(opened.viewer.userId, zoneScreen))) return
    opened.display(zoneScreen, zoneQuestion(opened.words, open), { isFresh: true })
  }

/** Which city's clock counts for somebody; any other city can be written. */
const zoneQuestion = (words: Words, timeZones: readonly string[]): Message => ({
  text: words('people:zone.ask'),
  keyboard: timeZones
    .slice(0, 8)
    .map((timeZone) => [
      { text: cityOfZone(timeZone, words.language), callback_data: chooseZone.pack({ timeZone }) },
    ]),
})

const chosen = (words: Words, timeZone: string): Message => ({
  text: words('people:zone.chosen', { city: cityOfZone(timeZone, words.language) }),
})
