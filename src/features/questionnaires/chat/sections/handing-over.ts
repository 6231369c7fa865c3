import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { DraftSitting } from '../../../../bot/drafts/draft-sitting.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { People } from '../../../people/index.ts'
import type { Answering } from '../../actions/answering.ts'
import type { Standing } from '../../actions/standing.ts'
import { toHand, type handOver, type TakenBack } from '../../actions/hand-over.ts'
import { titleIn } from '../../domain/form-language.ts'
import { isWaiting } from '../../domain/handed.ts'
import { progressIn } from '../../domain/sections.ts'
import { askTakingBack, chooseSection, handSection, resumeForm, takeSectionBack } from '../buttons.ts'
import { screenOf, standingView } from '../filling-in.ts'
import { headingOf } from './section-card.ts'

export interface HandingOverNeeds {
  filling: Answering
  handing: ReturnType<typeof handOver>
  sitting: Pick<DraftSitting, 'sitDown'>
  people: Pick<People, 'firms' | 'tell'>
  botUsername: string
  becomePerson(chat: Chat): Promise<number>
  pauseOthers(chat: Chat): Promise<void>
}

/** The way back to the card of the sections. */
const backRow = (words: Words, responseId: number) => [
  { text: words.plain('bot:back'), callback_data: resumeForm.pack({ responseId }) },
]

/** A section of a firm's questionnaire goes to a colleague by a link that is forwarded, and comes back answered. */
export function handingOver(needs: HandingOverNeeds) {
  const { filling, handing, sitting, people, botUsername } = needs
  const chat = new Composer<Chat>()

  chat.callbackQuery(chooseSection.pattern, async (tapped) => {
    const { responseId } = chooseSection.unpack(tapped.callbackQuery.data)
    await filling.draftOf(responseId, personIdOf(tapped))
    const standing = await filling.standing(responseId, tapped.viewer.language)
    tapped.tell({
      text: tapped.words('questionnaires:hand.which'),
      keyboard: [
        ...toHand(standing).map((section) => [
          {
            text: `${progressIn(standing.session, section).isDone ? '✅ ' : ''}${shortenedTo(headingOf(tapped.words, standing, section), 60)}`,
            callback_data: handSection.pack({ responseId, at: standing.sections.indexOf(section) }),
          },
        ]),
        backRow(tapped.words, responseId),
      ],
    })
  })
  chat.callbackQuery(handSection.pattern, async (tapped) => {
    const { responseId, at } = handSection.unpack(tapped.callbackQuery.data)
    const { words } = tapped
    const { token, section, standing } = await handing.hand(responseId, personIdOf(tapped), at)
    tapped.turn({ text: words('questionnaires:hand.forward') })
    const { firmId } = standing.response
    const { isDone, minutes } = progressIn(standing.session, section)
    tapped.tell({
      text: words(`questionnaires:hand.${isDone ? 'invitationToLookOver' : 'invitation'}`, {
        ...{ section: headingOf(words, standing, section), title: titleIn(standing.form, words.language) },
        firm: (firmId === null ? undefined : await people.firms.read(firmId))?.name ?? '',
        minutes: String(minutes),
        link: `https://t.me/${botUsername}?start=s_${token}`,
      }),
    })
    await showAgain(tapped, responseId)
  })
  chat.callbackQuery(askTakingBack.pattern, async (tapped) => {
    const { responseId, at } = askTakingBack.unpack(tapped.callbackQuery.data)
    const { words } = tapped
    await filling.draftOf(responseId, personIdOf(tapped))
    const standing = await filling.standing(responseId, tapped.viewer.language)
    const section = standing.sections[at]
    if (!section || !isWaiting(standing.handed, section)) return showAgain(tapped, responseId)
    tapped.tell({
      text: words('questionnaires:hand.askBack', { label: headingOf(words, standing, section) }),
      keyboard: [
        [
          {
            text: words.plain('questionnaires:hand.takeBack'),
            callback_data: takeSectionBack.pack({ responseId, at }),
          },
        ],
        backRow(words, responseId),
      ],
    })
  })
  chat.callbackQuery(takeSectionBack.pattern, async (tapped) => {
    const { responseId, at } = takeSectionBack.unpack(tapped.callbackQuery.data)
    const takenBack = await handing.takeBack(responseId, personIdOf(tapped), at)
    tapped.turn({ text: tapped.words('questionnaires:hand.takenBack') })
    await tellTakenBack(await filling.standing(responseId), takenBack)
    await showAgain(tapped, responseId)
  })

  /** Whoever was in the middle of it need not go on; their question is closed with it. */
  async function tellTakenBack(whole: Standing, { section, parts }: TakenBack): Promise<void> {
    for (const { id, personId } of parts)
      if (personId !== null)
        await people.tell(
          personId,
          (words) => ({
            text: words('questionnaires:hand.notNeeded', {
              title: titleIn(whole.form, words.language),
              section: headingOf(words, whole, section),
            }),
          }),
          { screen: screenOf(id) },
        )
  }

  async function showAgain(tapped: Chat, responseId: number): Promise<void> {
    const standing = await filling.standing(responseId, tapped.viewer.language)
    tapped.display(screenOf(responseId), standingView(tapped.words, standing), { isFresh: true })
  }

  /** Whoever comes by the link belongs to the firm from now on, and is asked exactly that section. */
  async function openLink(opened: Chat, token: string): Promise<void> {
    const personId = await needs.becomePerson(opened)
    const part = await handing.openPart(token, personId)
    await needs.pauseOthers(opened)
    const standing = await filling.standing(part.id, opened.viewer.language)
    const [section] = standing.sections
    opened.tell({
      text: opened.words('questionnaires:hand.welcome', {
        title: titleIn(standing.form, opened.words.language),
        section: section ? headingOf(opened.words, standing, section) : '',
      }),
    })
    await sitting.sitDown(opened, part.id)
  }

  return { chat, openLink }
}
