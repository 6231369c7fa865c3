import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { ConsentPurpose, PersonStore } from '../data/person-store.ts'
import { changeConsent, decideConsent, showNotice } from './buttons.ts'

export interface PrivacyNeeds {
  persons: PersonStore
  becomePerson(viewer: Chat['viewer']): Promise<number>
}

const consentPurposes: readonly ConsentPurpose[] = ['photos', 'catalogue', 'contact_exchange']

type Decisions = Awaited<ReturnType<PersonStore['consentsOf']>>

/** `/privacy`: the notice, and each consent on its own; asked after an approval, one after the other. */
export function privacyChat({ persons, becomePerson }: PrivacyNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()
  const decisionsOf = async (chat: Chat) =>
    chat.viewer.personId === null ? {} : persons.consentsOf(chat.viewer.personId)

  composer.command('privacy', async (chat) => chat.tell(privacyCard(chat.words, await decisionsOf(chat))))

  composer.callbackQuery(showNotice.pattern, (chat) => chat.tell({ text: chat.words('notice:text') }))

  composer.callbackQuery(changeConsent.pattern, async (chat) => {
    chat.turn(consentQuestion(chat.words, purposeOf(changeConsent.unpack(chat.callbackQuery.data).purpose)))
  })

  composer.callbackQuery(decideConsent.pattern, async (chat) => {
    const { purpose, answer } = decideConsent.unpack(chat.callbackQuery.data)
    const before = await decisionsOf(chat)
    await persons.decideConsent(await becomePerson(chat.viewer), purposeOf(purpose), answer === 'yes', {
      version: chat.words.plain('notice:version'),
      language: chat.viewer.language,
    })
    const now: Decisions = { ...before, [purpose]: answer === 'yes' }
    const wasComplete = nextConsent(before) === undefined
    const open = nextConsent(now)
    // Asked one after the other the first time; a later change leads back to the card.
    chat.turn(
      open && !wasComplete ? consentQuestion(chat.words, open) : privacyCard(chat.words, now, !wasComplete),
    )
  })
  return composer
}

/** The consent to ask next; none is ticked beforehand. */
export const nextConsent = (decisions: Decisions): ConsentPurpose | undefined =>
  consentPurposes.find((purpose) => decisions[purpose] === undefined)

/** One consent, alone, with nothing ticked. */
export const consentQuestion = (words: Words, purpose: ConsentPurpose): Message => ({
  text: `${words('people:consent.intro')}\n\n<b>${words(`people:consent.${purpose}`)}</b>`,
  keyboard: (['yes', 'no'] as const).map((answer) => [
    { text: words.plain(`people:consent.${answer}`), callback_data: decideConsent.pack({ purpose, answer }) },
  ]),
})

/** Before anything has been decided there is nothing to change: consents are asked after an approval, never before. */
function privacyCard(words: Words, decisions: Decisions, isThanks = false): Message {
  const hasDecided = Object.keys(decisions).length > 0
  const name = (purpose: ConsentPurpose) => words.plain(`people:consent.name_${purpose}`)
  const lines = consentPurposes.map((purpose) => {
    const state = decisions[purpose] === undefined ? 'open' : decisions[purpose] ? 'given' : 'refused'
    return words(`people:consent.${state}`, { purpose: name(purpose) })
  })
  return {
    text: [
      isThanks ? words('people:consent.thanks') : words('people:privacy.title'),
      hasDecided
        ? `${words('people:privacy.consents')}\n${lines.join('\n')}`
        : words('people:privacy.consentsLater'),
    ].join('\n\n'),
    keyboard: [
      [{ text: words.plain('people:privacy.showNotice'), callback_data: showNotice.pack({}) }],
      ...(hasDecided ? consentPurposes : []).map((purpose) => [
        { text: name(purpose), callback_data: changeConsent.pack({ purpose }) },
      ]),
    ],
  }
}

function purposeOf(text: string): ConsentPurpose {
  const purpose = consentPurposes.find((known) => known === text)
  if (!purpose) throw staleButton()
  return purpose
}
