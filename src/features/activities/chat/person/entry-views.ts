import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { languageNames, languages, type Language } from '../../../../shared/localized-text.ts'
import { formatPhone, fullName, type Firm } from '../../../people/index.ts'
import type { HandEntry } from '../../data/person/entry-store.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import * as buttons from '../buttons.ts'

const key = (text: string, callback_data: string): InlineKeyboardButton[] => [{ text, callback_data }]

/** Firms that may be meant by what was typed, a new one, or none. */
export const firmChoice = (words: Words, typed: string, found: readonly Firm[]): Message => ({
  text: words('person:entry.whichFirm', { firm: typed }),
  keyboard: [
    ...found.map(({ id, name, city }) =>
      key(shortenedTo([name, city].filter(Boolean).join(', '), 48), buttons.entryFirm.pack({ firmId: id })),
    ),
    key(
      words.plain('person:entry.newFirm', { firm: shortenedTo(typed, 30) }),
      buttons.entryFirm.pack({ firmId: 0 }),
    ),
  ],
})

/** In which language somebody is to be spoken to. */
export const languageChoice = (words: Words): Message => ({
  text: words('person:entry.ask.language'),
  keyboard: languages.map((language) =>
    key(languageNames[language], buttons.entryLanguage.pack({ language })),
  ),
})

/** What is going to be entered, before it is. */
export function entrySummary(words: Words, activity: Activity, entry: HandEntry): Message {
  const { givenNames, surname, firmName, phone, language } = entry
  return {
    text: words('person:entry.summary', {
      title: titleOf(activity, words.language),
      name: fullName({ givenNames: givenNames ?? '', surname: surname ?? '' }),
      firm: firmName || words.plain('person:entry.noFirmShort'),
      phone: phone === null ? '–' : formatPhone(phone),
      language: languageNames[(language ?? 'en') as Language],
    }),
    keyboard: [
      key(words.plain('person:entry.yes'), buttons.confirmEntry.pack({ activityId: activity.id })),
      key(words.plain('person:entry.again'), buttons.enterByHand.pack({ activityId: activity.id })),
      key(words.plain('person:entry.no'), buttons.dropEntry.pack({})),
    ],
  }
}
