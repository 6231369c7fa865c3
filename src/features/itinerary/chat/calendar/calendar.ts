import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { hashToken, newToken } from '../../../../platform/tokens.ts'
import type { OwnProgrammes } from '../../actions/own-programme.ts'
import type { CalendarLinkStore } from '../../data/calendar/calendar-links.ts'
import { calendarErrors } from '../../domain/calendar-errors.ts'
import { endCalendarLink, openCalendar, renewCalendarLink, sendCalendarFile } from '../buttons.ts'
import type { WriteOwnCalendar } from './write-own-calendar.ts'

export interface CalendarChatNeeds {
  ownProgrammes: OwnProgrammes
  links: CalendarLinkStore
  writeOwnCalendar: WriteOwnCalendar
  /** Where calendars can fetch a programme; absent: nothing is offered that needs it. */
  publicUrl: string | undefined
}

/** The programme for somebody's own calendar: as a file, and under a private address that the calendar looks at again. */
export function calendarChat(needs: CalendarChatNeeds): Composer<Chat> {
  const { ownProgrammes, links, writeOwnCalendar, publicUrl } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(openCalendar.pattern, async (chat) => {
    const personId = mustTravel(chat)
    chat.turn(
      card(chat.words, { canSubscribe: publicUrl !== undefined, hasLink: await links.isThere(personId) }),
    )
  })

  composer.callbackQuery(sendCalendarFile.pattern, async (chat) => {
    const personId = mustTravel(chat)
    const programmes = await ownProgrammes(personId)
    if (!programmes.some(({ items }) => items.length > 0)) throw calendarErrors.noProgramme()
    const text = await writeOwnCalendar({ personId, words: chat.words, programmes })
    await chat.tellDocument({
      name: chat.words.plain('calendar:fileName'),
      content: new TextEncoder().encode(text),
      caption: chat.words('calendar:fileCaption'),
    })
  })

  composer.callbackQuery(renewCalendarLink.pattern, async (chat) => {
    const personId = mustTravel(chat)
    if (publicUrl === undefined) throw calendarErrors.noPublicAddress()
    if ((await ownProgrammes(personId)).length === 0) throw calendarErrors.noProgramme()
    const token = newToken()
    await links.renew(personId, hashToken(token))
    chat.turn(made(chat.words, `${publicUrl}/calendar/${token}.ics`))
  })

  composer.callbackQuery(endCalendarLink.pattern, async (chat) => {
    await links.end(mustTravel(chat))
    chat.turn({
      text: chat.words('calendar:ended'),
      keyboard: [[{ text: chat.words.plain('calendar:back'), callback_data: openCalendar.pack({}) }]],
    })
  })

  return composer
}

function mustTravel({ viewer }: Chat): number {
  if (viewer.personId === null) throw calendarErrors.noProgramme()
  return viewer.personId
}

function card(words: Words, { canSubscribe, hasLink }: { canSubscribe: boolean; hasLink: boolean }): Message {
  const row = (text: string, callback_data: string) => [{ text, callback_data }]
  const subscribing = [
    row(words.plain(hasLink ? 'calendar:renew' : 'calendar:subscribe'), renewCalendarLink.pack({})),
    ...(hasLink ? [row(words.plain('calendar:end'), endCalendarLink.pack({}))] : []),
  ]
  return {
    text: [
      words('calendar:card'),
      ...(canSubscribe ? [words(hasLink ? 'calendar:hasLink' : 'calendar:canSubscribe')] : []),
    ].join('\n\n'),
    keyboard: [
      row(words.plain('calendar:file'), sendCalendarFile.pack({})),
      ...(canSubscribe ? subscribing : []),
    ],
  }
}

/** The address is shown this once; whoever has lost it makes a new one. */
const made = (words: Words, address: string): Message => ({
  text: words('calendar:made', { address }),
  keyboard: [
    [{ text: words.plain('calendar:copy'), copy_text: { text: address } }],
    [{ text: words.plain('calendar:back'), callback_data: openCalendar.pack({}) }],
  ],
})
