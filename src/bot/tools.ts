import type { Context } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Texts } from '../platform/texts/open-texts.ts'
import { beginningOf } from '../shared/clean-text.ts'
import type { ButtonNote } from './answer-buttons.ts'
import { standsAlready } from './as-it-stands.ts'
import type { ChatTools, Viewer } from './context.ts'
import type { Message, Messenger } from './messenger.ts'

export interface ToolsNeeds {
  messenger: Messenger
  texts: Texts
  viewer: Viewer
  note: ButtonNote
  /** Buttons beneath the first thing that is said to somebody new. */
  beneathFirstWords(): InlineKeyboardButton[][]
}

/** Gives a context of grammY what the rooms work with. */
export function chatTools(context: Context, needs: ToolsNeeds): ChatTools {
  const { messenger, texts, viewer, note } = needs
  const chatId = viewer.userId
  const pressed = context.callbackQuery?.message
  let hasSpoken = !viewer.isNew

  function firstOrNot(message: Message): Message {
    if (hasSpoken || message.replyKeyboard !== undefined) return message
    hasSpoken = true
    return { ...message, keyboard: [...(message.keyboard ?? []), ...needs.beneathFirstWords()] }
  }

  /** Remembers that there is something to be seen, so that a pressed button needs no note. */
  const seen = (message?: Message): void => {
    note.isSeen ||= message === undefined || !standsAlready(pressed, message)
  }

  // Without getters: V8 keeps each pair of accessors in the old heap, and with it all that an update has touched.
  return {
    viewer,
    words: texts.words(viewer.language),
    speak(language) {
      viewer.language = language
      viewer.isLanguageChosen = true
      Object.assign(context, { words: texts.words(language) })
    },
    tell(message) {
      seen()
      messenger.say(chatId, firstOrNot(message))
    },
    tellDocument(document) {
      seen()
      return messenger.sendDocument(chatId, document)
    },
    tellAlbum(photos) {
      seen()
      messenger.sendAlbum(chatId, photos)
    },
    display(screen, message, { isFresh: isAsked = pressed === undefined } = {}) {
      const isFresh = isAsked || message.replyKeyboard !== undefined
      seen(isFresh ? undefined : message)
      messenger.show(chatId, screen, message, { isFresh })
    },
    leave: (screen) => messenger.close(chatId, screen),
    turn(message) {
      seen(message)
      if (pressed && message.replyKeyboard === undefined)
        messenger.change(chatId, pressed.message_id, message)
      else messenger.say(chatId, message)
    },
    toast(text, asAlert = false) {
      note.text = text.length > 200 ? `${beginningOf(text, 198)}…` : text
      note.asAlert = asAlert
    },
  }
}
