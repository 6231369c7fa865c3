import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { personIdOf } from '../../../bot/drafts/draft-sitting-needs.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import { displayName, type People } from '../../people/index.ts'
import type { Answering } from '../actions/answering.ts'
import type { confirmAnswers as confirming } from '../actions/confirm-answers.ts'
import type { openResponse } from '../actions/open-response.ts'
import { mayEdit } from '../actions/submit-response.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { titleIn } from '../domain/form-language.ts'
import { referenceOf } from '../domain/questionnaire.ts'
import { answersCard } from './answers-card.ts'
import { confirmAnswers, lookAtAnswers } from './buttons.ts'
import type { Asking } from './scene.ts'

export interface ConfirmingAnswersNeeds {
  filling: Answering
  opening: Pick<ReturnType<typeof openResponse>, 'isTheirs'>
  confirm: ReturnType<typeof confirming>
  people: Pick<People, 'persons' | 'members' | 'tell'>
  clock: Clock
}

export type ConfirmingAnswers = ReturnType<typeof confirmingAnswers>

/** What a colleague or a coordinator has handed in, before those whose answers they are: they confirm it or change it. */
export function confirmingAnswers({ filling, opening, confirm, people, clock }: ConfirmingAnswersNeeds) {
  const chat = new Composer<Chat>()
  chat.callbackQuery(lookAtAnswers.pattern, async (tapped) => {
    const { responseId, page } = lookAtAnswers.unpack(tapped.callbackQuery.data)
    tapped.turn(await card(tapped, responseId, Math.max(page, 0)))
  })
  chat.callbackQuery(confirmAnswers.pattern, async (tapped) => {
    const { responseId } = confirmAnswers.unpack(tapped.callbackQuery.data)
    await confirm(responseId, personIdOf(tapped))
    tapped.toast(tapped.words.plain('questionnaires:answers.thanks'))
    tapped.turn(await card(tapped, responseId))
  })

  /** The answers, for somebody whose they are. */
  async function card({ words, viewer }: Chat, responseId: number, page = 0): Promise<Message> {
    const standing = await filling.standing(responseId, viewer.language)
    const { response, questionnaire } = standing
    const { personId } = viewer
    const isTheirs = personId !== null && (await opening.isTheirs(response, personId))
    if (!isTheirs || response.state !== 'submitted' || questionnaire.isAnonymous)
      throw questionnaireErrors.notYours()
    return answersCard(words, {
      ...{ standing, page },
      by: await nameOf(response.submittedBy),
      confirmedBy: await nameOf(response.confirmedBy),
      mayConfirm:
        response.round === questionnaire.round &&
        response.confirmedAt === null &&
        response.submittedBy !== personId,
      mayEdit: mayEdit(questionnaire, response, clock.now()),
    })
  }

  async function nameOf(personId: number | null): Promise<string> {
    const person = personId === null ? undefined : await people.persons.read(personId)
    return person ? displayName(person) : ''
  }

  /** Those for whom a coordinator has handed something in learn of it at once. */
  async function tellWhose({ response, questionnaire, form }: Asking, number: number | null): Promise<void> {
    const { personId, firmId, filledBy } = response
    const whose =
      firmId === null
        ? [personId].filter((id) => id !== null)
        : await people.members.membersOf(firmId, 'member')
    const name = await nameOf(filledBy)
    const responseId = response.editsId ?? response.id
    for (const one of whose)
      await people.tell(one, (words) => ({
        text: words('questionnaires:answers.filledIn', {
          ...{ name, title: titleIn(form, words.language), reference: referenceOf(questionnaire, number) },
        }),
        keyboard: [
          [
            {
              text: words.plain('questionnaires:answers.confirm'),
              callback_data: confirmAnswers.pack({ responseId }),
            },
          ],
          [
            {
              text: words.plain('questionnaires:answers.look'),
              callback_data: lookAtAnswers.pack({ responseId, page: 0 }),
            },
          ],
        ],
      }))
  }

  return { chat, card, tellWhose }
}
