import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { HomePart } from '../../../bot/feature.ts'
import type { Message } from '../../../bot/messenger.ts'
import { formatDate } from '../../../platform/texts/dates.ts'
import type { Html } from '../../../platform/texts/html.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { consenting, ConsentStanding } from '../actions/decide-consent.ts'
import { consentPurposes, nextConsent, revisionOf, type ConsentPurpose } from '../domain/consents.ts'
import { cityOfZone } from '../domain/zone-names.ts'
import type { Person } from '../domain/person.ts'
import type { PersonStore } from '../data/person-store.ts'
import { changeConsent, changeZone, decideConsent, openPrivacy, showNotice } from './buttons.ts'
import { ownDataKeys } from './own-data.ts'

export interface PrivacyNeeds {
  consents: ReturnType<typeof consenting>
  persons: Pick<PersonStore, 'read' | 'lastNotice'>
  zoneOf(personId: number): Promise<string>
  /** The notice as it is in force, not about any activity. */
  notice(words: Words): Promise<Html>
  /** What other rooms have to be decided there. */
  laterPrivacyKeys(chat: Chat): Promise<HomePart['buttons']>
}

/** `/privacy`: the notice, and each consent on its own; asked after an approval, one after the other. */
export function privacyChat(needs: PrivacyNeeds): Composer<Chat> {
  const { consents, persons, notice, zoneOf, laterPrivacyKeys } = needs
  const composer = new Composer<Chat>()

  composer.command('privacy', async (chat) => {
    chat.tell(await card(chat))
  })
  composer.callbackQuery(openPrivacy.pattern, async (chat) => chat.turn(await card(chat)))

  async function card(chat: Chat): Promise<Message> {
    const {
      viewer: { personId },
      words,
    } = chat
    const { text, keyboard } = privacyCard(words, await consents.standing(personId))
    const person = personId === null ? undefined : await persons.read(personId)
    const read = personId === null ? undefined : await persons.lastNotice(personId)
    const readOn = read?.readAt.toZonedDateTimeISO(await zoneOf(personId ?? 0)).toPlainDate()
    return {
      text: [
        text,
        ...(read && readOn
          ? [
              words('privacy:noticeRead', {
                version: read.version,
                date: formatDate(readOn, words.language),
              }),
            ]
          : []),
      ].join('\n\n'),
      keyboard: [
        ...keyboard,
        ...ownDataKeys(words),
        ...zoneKey(words, person),
        ...(await laterPrivacyKeys(chat)),
      ],
    }
  }

  composer.callbackQuery(showNotice.pattern, async (chat) =>
    chat.tell({ text: (await notice(chat.words)).toString() }),
  )

  composer.callbackQuery(changeConsent.pattern, async (chat) => {
    const purpose = purposeOf(changeConsent.unpack(chat.callbackQuery.data).purpose)
    const standing = await consents.standing(chat.viewer.personId)
    if (!mayDecide(standing, purpose)) throw staleButton()
    const { text, keyboard } = consentQuestion(chat.words, purpose, revisionOf(standing.decisions, purpose))
    const effect = chat.words(`privacy:effect.${purpose}`)
    chat.turn({
      text: standing.decisions[purpose]?.isGiven ? `${text}\n\n${effect}` : text,
      keyboard: [...keyboard, [{ text: chat.words.plain('bot:back'), callback_data: openPrivacy.pack({}) }]],
    })
  })

  composer.callbackQuery(decideConsent.pattern, async (chat) => {
    const { purpose: name, answer, revision } = decideConsent.unpack(chat.callbackQuery.data)
    const { personId, language } = chat.viewer
    const purpose = purposeOf(name)
    const before = await consents.standing(personId)
    const decisions = await consents.decide(personId, {
      purpose,
      isGiven: answer === 'yes',
      revision,
      language,
    })
    const wasComplete = nextConsent(before.asked, before.decisions) === undefined
    const open = nextConsent(before.asked, decisions)
    const isLater =
      wasComplete ||
      (before.decisions[purpose] !== undefined &&
        before.decisions[purpose].isGiven !== decisions[purpose]?.isGiven)
    // The same answer again changes nothing that can be seen; the note says what holds.
    chat.toast(chat.words.plain(...stateOf(chat.words, purpose, decisions)))
    // Asked one after the other the first time; a later change leads back to the card.
    chat.turn(
      isLater
        ? await card(chat)
        : open
          ? consentQuestion(chat.words, open, revisionOf(decisions, open))
          : privacyCard(chat.words, { ...before, decisions }, true),
    )
  })
  return composer
}

/** One consent, alone, with nothing ticked. */
export const consentQuestion = (words: Words, purpose: ConsentPurpose, revision: number) => ({
  text: `${words('people:consent.intro')}\n\n<b>${words(`people:consent.${purpose}`)}</b>`,
  keyboard: (['yes', 'no'] as const).map((answer) => [
    {
      text: words.plain(`people:consent.${answer}`),
      callback_data: decideConsent.pack({ purpose, answer, revision }),
    },
  ]),
})

const mayDecide = ({ decisions, asked }: ConsentStanding, purpose: ConsentPurpose) =>
  asked.includes(purpose) || decisions[purpose] !== undefined

/** Consents are asked after an approval, never before; what has been decided can be changed, what is open be answered. */
function privacyCard(words: Words, standing: ConsentStanding, isThanks = false) {
  const { decisions } = standing
  const shown = consentPurposes.filter((purpose) => mayDecide(standing, purpose))
  const lines = shown.map((purpose) => words(...stateOf(words, purpose, decisions)))
  return {
    text: [
      isThanks ? words('people:consent.thanks') : words('people:privacy.title'),
      shown.length > 0
        ? `${words('people:privacy.consents')}\n${lines.join('\n')}`
        : words('people:privacy.consentsLater'),
    ].join('\n\n'),
    keyboard: [
      [{ text: words.plain('people:privacy.showNotice'), callback_data: showNotice.pack({}) }],
      ...shown.map((purpose) => [
        { text: nameOf(words, purpose), callback_data: changeConsent.pack({ purpose }) },
      ]),
    ],
  }
}

const nameOf = (words: Words, purpose: ConsentPurpose) => words.plain(`people:consent.name_${purpose}`)

/** The sentence that says how a consent stands. */
function stateOf(words: Words, purpose: ConsentPurpose, decisions: ConsentStanding['decisions']) {
  const decision = decisions[purpose]
  const state = decision === undefined ? 'open' : decision.isGiven ? 'given' : 'refused'
  return [`people:consent.${state}`, { purpose: nameOf(words, purpose) }] as const
}

/** Where their day is counted, for quiet hours; a tap changes it. */
const zoneKey = (words: Words, person: Person | undefined) =>
  person
    ? [
        [
          {
            text: words.plain('people:zone.button', {
              city: person.homeZone
                ? cityOfZone(person.homeZone, words.language)
                : words.plain('people:zone.none'),
            }),
            callback_data: changeZone.pack({}),
          },
        ],
      ]
    : []

function purposeOf(text: string): ConsentPurpose {
  const purpose = consentPurposes.find((known) => known === text)
  if (!purpose) throw staleButton()
  return purpose
}
