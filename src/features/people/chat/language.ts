import { Composer } from 'grammy'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Chat } from '../../../bot/context.ts'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Database } from '../../../platform/database.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import { isLanguage, languages, type Language } from '../../../shared/localized-text.ts'
import { chooseFirstLanguage, chooseLanguage } from './buttons.ts'

export interface LanguageNeeds {
  database: Pick<Database, 'attempt'>
  accounts: Accounts
  /** Called when somebody's language has changed, to publish their commands in it. */
  languageChanged(chat: Chat, language: Language): Promise<void>
  /** Shows the open question again in the new language; false when nothing is open. */
  showsAgain(chat: Chat): Promise<boolean>
  showHome(chat: Chat): Promise<void>
  /** Opens what a link leads to. */
  followLink(chat: Chat, payload: string): Promise<void>
}

/** Four buttons, each in its own language, the present one marked. */
export const languageButtons = (words: Words) => [
  languages.slice(0, 2).map((language) => languageButton(words, language)),
  languages.slice(2).map((language) => languageButton(words, language)),
]

const languageButton = (words: Words, language: Language) => ({
  text: `${words.language === language ? '● ' : ''}${words.plain(`people:language.${language}`)}`,
  callback_data: chooseLanguage.pack({ language }),
})

/** The same in one row, beneath the first thing that is said to somebody; what they came by is not lost over it. */
export function firstLanguageRow({ words, message }: Chat) {
  // Only links that may be opened twice: one that gives a role is used up.
  const came = /^\/start ([tfq]_[\w-]{1,46})$/.exec(message?.text ?? '')?.[1] ?? ''
  return [
    languages.map((language) => ({
      text: words.plain(`people:language.${language}`),
      callback_data: chooseFirstLanguage.pack({ language, came }),
    })),
  ]
}

/** `/language` and its buttons; half-way through a dialogue the open step is shown again. */
export function languageChat(needs: LanguageNeeds): Composer<Chat> {
  const { database, accounts, languageChanged, showsAgain, showHome, followLink } = needs
  const composer = new Composer<Chat>()

  composer.command('language', (chat) =>
    chat.tell({ text: chat.words('people:language.title'), keyboard: languageButtons(chat.words) }),
  )

  composer.callbackQuery(chooseLanguage.pattern, async (chat) => {
    await change(chat, chooseLanguage.unpack(chat.callbackQuery.data).language)
    if (!(await showsAgain(chat))) await showHome(chat)
  })

  composer.callbackQuery(chooseFirstLanguage.pattern, async (chat) => {
    const { language, came } = chooseFirstLanguage.unpack(chat.callbackQuery.data)
    await change(chat, language)
    if (await showsAgain(chat)) return
    await (came === '' ? showHome(chat) : follow(chat, came))
  })
  return composer

  /** A link that leads nowhere any more must not take the chosen language back. */
  async function follow(chat: Chat, came: string): Promise<void> {
    try {
      await database.attempt(() => followLink(chat, came))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      chat.tell({ text: chat.words(error) })
      await showHome(chat)
    }
  }

  async function change(chat: Chat, language: string): Promise<void> {
    if (!isLanguage(language)) throw staleButton()
    await accounts.chooseLanguage(chat.viewer.userId, language)
    chat.speak(language)
    await languageChanged(chat, language)
    chat.toast(chat.words.plain('people:language.changed'))
    chat.turn({ text: chat.words('people:language.changed'), keyboard: languageButtons(chat.words) })
  }
}
