import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { formatDate } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { PersonStore } from '../data/person-store.ts'
import { wordingOf, type Notice } from '../actions/notices.ts'
import { readNotice, showNotice } from './buttons.ts'

export interface NoticeChangedNeeds {
  persons: Pick<PersonStore, 'lastNotice' | 'markNoticeRead'>
  /** The version of the words that are in force. */
  wording: string
  noticeAbout(): Promise<Notice>
  /** Whether a live message was shown within the last day. */
  wasAsked(userId: number, screen: string): Promise<boolean>
}

const screen = 'notice'

/** Persons of whom it is known that they have read the words in force; more than that are looked up again. */
const mostRemembered = 10_000

/**
 * Whoever has read a notice in other words than those in force is told what is new before they get what they have come for.
 * It keeps nobody from anything and comes once a day until it is tapped; the tap is noted with version, language and time.
 */
export function noticeChanged({
  persons,
  wording,
  noticeAbout,
  wasAsked,
}: NoticeChangedNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()
  const upToDate = new Set<number>()

  composer.on('message:entities:bot_command', async (chat, next) => {
    const { personId, userId } = chat.viewer
    if (personId !== null && chat.chat.type === 'private' && !upToDate.has(personId)) {
      const last = await persons.lastNotice(personId)
      if (last && wordingOf(last.version) !== wording) {
        if (!(await wasAsked(userId, screen))) chat.display(screen, whatIsNew(chat.words, wording))
      } else if (last && upToDate.size < mostRemembered) upToDate.add(personId)
    }
    await next()
  })

  composer.callbackQuery(readNotice.pattern, async (chat) => {
    const { viewer, words } = chat
    // A button of former words leads to those in force.
    if (readNotice.unpack(chat.callbackQuery.data).wording !== wording) {
      chat.turn(whatIsNew(words, wording))
      return
    }
    if (viewer.personId !== null)
      await persons.markNoticeRead(
        viewer.personId,
        'application',
        (await noticeAbout()).version,
        viewer.language,
      )
    chat.turn({ text: words('notice:changed.done') })
  })
  return composer
}

const whatIsNew = (words: Words, wording: string) => ({
  text: words('notice:changed.text', {
    date: formatDate(Temporal.PlainDate.from(words.plain('notice:date')), words.language),
    changed: words.plain('notice:whatIsNew'),
  }),
  keyboard: [
    [{ text: words.plain('notice:read'), callback_data: readNotice.pack({ wording }) }],
    [{ text: words.plain('people:privacy.showNotice'), callback_data: showNotice.pack({}) }],
  ],
})
