import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { formatDate } from '../../../../platform/texts/dates.ts'
import { beginningOf, cleanLine } from '../../../../shared/clean-text.ts'
import type { People } from '../../../people/index.ts'
import type { beginRound } from '../../actions/begin-round.ts'
import type { RoundStore } from '../../data/round-store.ts'
import * as buttons from '../desk-buttons.ts'
import type { FormCards } from './form-cards.ts'

export interface RoundsNeeds {
  rounds: RoundStore
  round: ReturnType<typeof beginRound>
  people: Pick<People, 'questions'>
  cards: FormCards
  clock: Clock
  homeTimeZone: string
}

const question = 'forms.round'
const longestName = 60

/** A firm's questionnaire is answered once more: a new round, with a name or by its day. */
export function roundsChat({ rounds, round, people, cards, clock, homeTimeZone }: RoundsNeeds) {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.askRound.pattern, async (chat) => {
    const { questionnaireId } = buttons.askRound.unpack(chat.callbackQuery.data)
    const questionnaire = await round.theirs(questionnaireId, chat.viewer.personId)
    await people.questions.ask(chat, question, `${questionnaireId}.${questionnaire.round}`)
  })
  composer.callbackQuery(buttons.beginRound.pattern, async (chat) => {
    const { questionnaireId, former } = buttons.beginRound.unpack(chat.callbackQuery.data)
    await begin(chat, questionnaireId, former, '')
    await people.questions.leave(chat, question)
  })
  people.questions.add({
    name: question,
    async prompt(chat, about) {
      const [questionnaireId = 0, former = 0] = about.split('.').map(Number)
      await round.theirs(questionnaireId, chat.viewer.personId)
      const { submitted, begun } = await rounds.standing(questionnaireId, former)
      const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
      return {
        text: chat.words('formdesk:round.ask', { submitted: String(submitted), begun: String(begun) }),
        keyboard: [
          [
            {
              text: chat.words.plain('formdesk:round.today', { day: formatDate(today, chat.words.language) }),
              callback_data: buttons.beginRound.pack({ questionnaireId, former }),
            },
          ],
        ],
      }
    },
    async answer(chat, text, about) {
      const [questionnaireId = 0, former = 0] = about.split('.').map(Number)
      await begin(chat, questionnaireId, former, beginningOf(cleanLine(text), longestName))
    },
  })
  return composer

  async function begin(chat: Chat, questionnaireId: number, former: number, label: string): Promise<void> {
    const questionnaire = await round.begin(questionnaireId, personIdOf(chat), { former, label })
    chat.tell({ text: chat.words('formdesk:round.begun') })
    chat.tell(await cards.card(chat, questionnaire))
  }
}
