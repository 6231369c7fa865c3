import { GrammyError, type Api } from 'grammy'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import type { Logger } from 'pino'
import type { TextKey } from '../platform/texts/catalogue.ts'
import type { Texts } from '../platform/texts/open-texts.ts'
import { languages, type Language } from '../shared/localized-text.ts'

/** The commands of everybody, in the order of the menu. */
const everybody = ['start', 'trips', 'itinerary', 'forms', 'language', 'privacy', 'help', 'cancel'] as const
const coordinators = [
  'start',
  'desk',
  'broadcast',
  'trips',
  'itinerary',
  'forms',
  'language',
  'privacy',
  'help',
  'cancel',
] as const

/** Which commands a chat of its own shows; `none`: those that Telegram shows everybody by the language of their phone. */
export type Menu = 'coordinator' | 'person' | 'none'

type Command = (typeof everybody)[number] | (typeof coordinators)[number]

export interface ProfileNeeds {
  api: Api
  texts: Texts
  log: Logger
  defaultLanguage: Language
}

/** What Telegram shows of the bot outside its messages: commands, descriptions, menu button. Written only where it differs. */
export function profile({ api, texts, log, defaultLanguage }: ProfileNeeds) {
  const commandsIn = (language: Language, commands: readonly Command[]): BotCommand[] =>
    commands.map((command) => ({
      command,
      description: texts.words(language).plain(`bot:commands.${command}` satisfies TextKey),
    }))

  async function publishCommands(
    scope: BotCommandScope,
    commands: readonly Command[],
    language?: Language,
    spoken = language ?? defaultLanguage,
  ) {
    const asked = { scope, ...(language ? { language_code: language } : {}) }
    const wanted = commandsIn(spoken, commands)
    const published = await api.getMyCommands(asked)
    if (JSON.stringify(published) !== JSON.stringify(wanted)) await api.setMyCommands(wanted, asked)
  }

  async function publishTexts(language?: Language) {
    const words = texts.words(language ?? defaultLanguage)
    const asked = language ? { language_code: language } : {}
    const [description, short] = [
      words.plain('bot:profile.description'),
      words.plain('bot:profile.shortDescription'),
    ]
    if ((await api.getMyDescription(asked)).description !== description)
      await api.setMyDescription(description, asked)
    if ((await api.getMyShortDescription(asked)).short_description !== short)
      await api.setMyShortDescription(short, asked)
  }

  return {
    /** For everybody, in the default language for phones that speak none of ours, and in each of the four. */
    async publish(): Promise<void> {
      for (const language of [undefined, ...languages]) {
        await publishCommands({ type: 'all_private_chats' }, everybody, language)
        await publishTexts(language)
      }
      if ((await api.getChatMenuButton()).type !== 'commands')
        await api.setChatMenuButton({ menu_button: { type: 'commands' } })
    },

    /** Somebody's own menu: Telegram knows it by the chat, in the language that Heyet speaks with them. */
    async publishFor(userId: number, language: Language, menu: Menu): Promise<void> {
      const scope = { type: 'chat', chat_id: userId } as const
      try {
        if (menu === 'none') await api.deleteMyCommands({ scope })
        else
          await publishCommands(scope, menu === 'coordinator' ? coordinators : everybody, undefined, language)
      } catch (error) {
        // A chat that has not begun takes no menu; hers is published when she presses Start.
        if (error instanceof GrammyError && error.description.includes('chat not found')) return
        log.warn(
          { code: error instanceof GrammyError ? error.error_code : 'unknown' },
          'profile.commands.failed',
        )
      }
    },
  }
}
