import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import { isLanguage, type Language } from '../../../../shared/localized-text.ts'
import {
  displayName,
  likelyPhoneCountries,
  readFirmName,
  readFullName,
  readPhone,
  type People,
} from '../../../people/index.ts'
import type { EnterByHand } from '../../actions/person/enter-by-hand.ts'
import type { ParticipantStore } from '../../data/participants/participant-store.ts'
import type { EntryStore, HandEntry } from '../../data/person/entry-store.ts'
import { activityErrors } from '../../domain/errors.ts'
import { markOf } from '../../domain/participants/waiting-mark.ts'
import { nextEntryStep } from '../../domain/person/entry.ts'
import * as buttons from '../buttons.ts'
import type { TellOutcome } from '../deciding/tell-outcome.ts'
import { entrySummary, firmChoice, languageChoice } from './entry-views.ts'

export interface EntryNeeds {
  people: Pick<People, 'questions' | 'firms' | 'persons'>
  entries: EntryStore
  entering: EnterByHand
  participants: Pick<ParticipantStore, 'waiting'>
  tellOutcome: TellOutcome
}

const question = 'activities.entry'

/** The short conversation in which a coordinator enters somebody without Telegram: name, firm, phone, language. */
export function entryChat({
  people,
  entries,
  entering,
  participants,
  tellOutcome,
}: EntryNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  composer.callbackQuery(buttons.enterByHand.pattern, async (chat) => {
    const { activityId } = buttons.enterByHand.unpack(chat.callbackQuery.data)
    await entering.open(activityId, chat.viewer.personId)
    await entries.begin(by(chat), activityId)
    await goOn(chat)
  })
  composer.callbackQuery(buttons.enterWaiting.pattern, async (chat) => {
    const { activityId, mark } = buttons.enterWaiting.unpack(chat.callbackQuery.data)
    await entering.open(activityId, chat.viewer.personId)
    const row = (await participants.waiting(activityId)).find((one) => markOf(one) === mark)
    if (!row) throw activityErrors.entryGone()
    const name = nameIn(row.name, chat.viewer.language)
    await entries.begin(by(chat), activityId, { ...name, phone: row.phone })
    if (name && row.firm && (await takeFirm(chat, row.firm))) return
    await goOn(chat)
  })
  composer.callbackQuery(buttons.entryFirm.pattern, async (chat) => {
    const { firmId } = buttons.entryFirm.unpack(chat.callbackQuery.data)
    const entry = await opened(chat)
    const firm = firmId === 0 ? undefined : await people.firms.read(firmId)
    if (entry.givenNames === null || (firmId !== 0 && !firm)) throw staleButton()
    await entries.change(by(chat), {
      firmId: firm?.id ?? null,
      firmName: firm?.name ?? entry.firmTyped,
    })
    await goOn(chat)
  })
  composer.callbackQuery(buttons.entryLanguage.pattern, async (chat) => {
    const { language } = buttons.entryLanguage.unpack(chat.callbackQuery.data)
    await opened(chat)
    if (!isLanguage(language)) throw staleButton()
    await entries.change(by(chat), { language })
    await goOn(chat)
  })
  composer.callbackQuery(buttons.dropEntry.pattern, async (chat) => {
    await entries.end(by(chat))
    await people.questions.leave(chat, question)
    chat.turn({ text: chat.words('person:entry.dropped') })
  })
  composer.callbackQuery(buttons.confirmEntry.pattern, async (chat) => {
    const { activityId } = buttons.confirmEntry.unpack(chat.callbackQuery.data)
    const decided = await entering.confirm(activityId, by(chat))
    await tellOutcome(decided)
    const person = await people.persons.read(decided.application.personId)
    const isSeated = decided.application.state === 'approved'
    chat.turn({
      text: chat.words(isSeated ? 'person:entry.done' : 'person:entry.waits', {
        name: person ? displayName(person) : '',
      }),
      keyboard: [
        [
          {
            text: chat.words.plain('person:keys.card'),
            callback_data: buttons.openPerson.pack({ applicationId: decided.application.id }),
          },
        ],
        [
          {
            text: chat.words.plain('person:hand.back'),
            callback_data: buttons.listHands.pack({ activityId, offset: 0 }),
          },
        ],
      ],
    })
  })

  people.questions.add({
    name: question,
    async prompt(chat) {
      const entry = await opened(chat)
      await entering.open(entry.activityId, chat.viewer.personId)
      const step = nextEntryStep(entry)
      if (step === 'language' || step === undefined) return languageChoice(chat.words)
      return { text: chat.words(`person:entry.ask.${step}`) }
    },
    async answer(chat, text) {
      const entry = await opened(chat)
      await entering.open(entry.activityId, chat.viewer.personId)
      try {
        if (!(await take(chat, entry, text))) await goOn(chat)
      } catch (error) {
        await people.questions.ask(chat, question)
        throw error
      }
    },
  })
  return composer

  async function opened(chat: Chat): Promise<HandEntry> {
    const entry = await entries.of(by(chat))
    if (!entry) throw activityErrors.entryGone()
    return entry
  }

  /** Takes what was typed for what is missing; true where it asks something of its own. */
  async function take(chat: Chat, entry: HandEntry, text: string): Promise<boolean> {
    const { language } = chat.viewer
    const step = nextEntryStep(entry)
    if (step === 'name') await entries.change(by(chat), readFullName(text, language))
    if (step === 'firm') return takeFirm(chat, text)
    if (step === 'phone') {
      const reading = readPhone(text, likelyPhoneCountries({ language, homeCountry: 'TR' }))
      const phone = reading.kind === 'read' ? reading.phone : reading.phones[0]
      await entries.change(by(chat), { phone: phone?.e164 ?? null })
    }
    return false
  }

  async function takeFirm(chat: Chat, text: string): Promise<boolean> {
    if (text.trim() === '-' || text.trim() === '–') {
      await entries.change(by(chat), { firmName: '' })
      return false
    }
    const firmName = readFirmName(text)
    const found = await people.firms.search(firmName, 5)
    await entries.change(by(chat), {
      firmTyped: firmName,
      firmName: found.length > 0 ? null : firmName,
      firmId: null,
    })
    if (found.length === 0) return false
    chat.tell(firmChoice(chat.words, firmName, found))
    return true
  }

  /** Asks what is missing; once nothing is, shows what is going to be entered. */
  async function goOn(chat: Chat): Promise<void> {
    const entry = await opened(chat)
    const activity = await entering.open(entry.activityId, chat.viewer.personId)
    const show = (message: Message) => (chat.callbackQuery ? chat.turn(message) : chat.tell(message))
    const step = nextEntryStep(entry)
    if (step === undefined || step === 'language') await people.questions.leave(chat, question)
    if (step === undefined) return show(entrySummary(chat.words, activity, entry))
    if (step === 'language') return show(languageChoice(chat.words))
    await people.questions.ask(chat, question)
  }
}

/** The name of a row, where it is one of a person. */
function nameIn(name: string | null, language: Language): ReturnType<typeof readFullName> | undefined {
  try {
    return name === null ? undefined : readFullName(name, language)
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}
