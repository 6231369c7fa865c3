import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import { formatList } from '../../../platform/texts/numbers.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { correctable, type Correctable, type correctPerson } from '../actions/correct-person.ts'
import type { ControllerStore } from '../data/controller-store.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { Person } from '../domain/person.ts'
import { formatPhone } from '../domain/phone.ts'
import { fullName } from '../domain/person-name.ts'
import { spokenLanguageName, spokenLanguages } from '../domain/spoken-languages.ts'
import { correctData, correctField, openPrivacy } from './buttons.ts'
import { chamberLine } from './notice-view.ts'
import type { Questions } from './questions.ts'

export interface CorrectingNeeds {
  persons: Pick<PersonStore, 'read'>
  controllers: Pick<ControllerStore, 'read'>
  questions: Questions
  correct: ReturnType<typeof correctPerson>
  becomePerson(viewer: Chat['viewer']): Promise<number>
}

/** Putting right what is kept of oneself; what cannot be changed here says whom to ask. */
export function correctingChat(needs: CorrectingNeeds): Composer<Chat> {
  const { persons, controllers, questions, correct, becomePerson } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(correctData.pattern, async (chat) => chat.turn(await card(chat)))
  composer.callbackQuery(correctField.pattern, (chat) =>
    questions.ask(chat, 'correct', fieldOf(correctField.unpack(chat.callbackQuery.data).field)),
  )

  questions.add({
    name: 'correct',
    prompt: async ({ words }, field) => ({ text: words(`privacy:correct.ask.${fieldOf(field)}`) }),
    async answer(chat, text, about) {
      const { viewer, words } = chat
      if (viewer.personId === null) throw staleButton()
      await correct(viewer.personId, fieldOf(about), text, viewer.language)
      const { text: below, ...rest } = await card(chat)
      chat.tell({ text: `${words('privacy:correct.done')}\n\n${below}`, ...rest })
    },
  })
  return composer

  async function card({ viewer, words }: Chat): Promise<Message> {
    const person = await persons.read(await becomePerson(viewer))
    const lines = correctable.map((field) =>
      words('privacy:correct.line', {
        field: words.plain(`privacy:correct.field.${field}`),
        value: (person && shown[field](person, words)) || words.plain('privacy:correct.none'),
      }),
    )
    return {
      text: [
        words('privacy:correct.title'),
        lines.join('\n'),
        words('privacy:correct.elsewhere'),
        chamberLine(words, await controllers.read()),
      ].join('\n\n'),
      keyboard: [
        ...correctable.map((field) => [
          {
            text: words.plain(`privacy:correct.field.${field}`),
            callback_data: correctField.pack({ field }),
          },
        ]),
        [{ text: words.plain('bot:back'), callback_data: openPrivacy.pack({}) }],
      ],
    }
  }
}

const shown: Record<Correctable, (person: Person, words: Words) => string | null> = {
  name: ({ givenNames, surname }) => fullName({ givenNames: givenNames ?? '', surname: surname ?? '' }),
  position: ({ position }) => position,
  phone: ({ phone }) => phone && formatPhone(phone),
  email: ({ email }) => email,
  languages: ({ spokenLanguages: spoken }, { language }) =>
    formatList(
      spokenLanguages.filter((one) => spoken?.includes(one)).map((one) => spokenLanguageName(one, language)),
      language,
    ),
}

function fieldOf(name: string): Correctable {
  const field = correctable.find((known) => known === name)
  if (!field) throw staleButton()
  return field
}
