import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { People } from '../../../people/index.ts'
import type { Answering } from '../../actions/answering.ts'
import type { DeskRights } from '../../actions/desk-rights.ts'
import type { MovedDraft, moveDrafts } from '../../actions/move-drafts.ts'
import type { MovingVersions } from '../../data/moving-versions.ts'
import { titleIn } from '../../domain/form-language.ts'
import { holderOf } from '../../domain/questionnaire.ts'
import * as buttons from '../desk-buttons.ts'
import { screenOf, standingView } from '../filling-in.ts'
import { resumeRow } from '../forms-views.ts'
import type { FormCards } from './form-cards.ts'

export interface MovingDraftsNeeds {
  filling: Answering
  moving: MovingVersions
  move: ReturnType<typeof moveDrafts>
  people: Pick<People, 'tell'>
  rights: DeskRights
  cards: FormCards
}

/** Open drafts come to the version that was published after they were begun, and whoever fills them in learns of it. */
export function movingDraftsChat({ filling, moving, move, people, rights, cards }: MovingDraftsNeeds) {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.askMoving.pattern, async (chat) => {
    const { questionnaireId } = buttons.askMoving.unpack(chat.callbackQuery.data)
    const { versionId } = await rights.theirs(chat.viewer.personId, questionnaireId)
    const count = await moving.countOlder(questionnaireId, versionId ?? 0)
    chat.turn(question(chat.words, questionnaireId, count))
  })
  composer.callbackQuery(buttons.moveDrafts.pattern, async (chat) => {
    const { questionnaireId } = buttons.moveDrafts.unpack(chat.callbackQuery.data)
    const moved = await move(questionnaireId, chat.viewer.personId)
    for (const draft of moved) await tell(draft)
    chat.toast(chat.words.plain('formdesk:moving.done', { count: moved.length }))
    const questionnaire = await rights.theirs(chat.viewer.personId, questionnaireId)
    chat.turn(await cards.card(chat, questionnaire))
  })
  return composer

  /** Where a question stands open it is asked anew, beneath the news of it; else there is the way back to it. */
  async function tell({ response, toLookAt }: MovedDraft): Promise<void> {
    const { id, isPaused } = response
    const holder = holderOf(response)
    if (holder === null) return
    await people.tell(holder, async (words) => {
      const { form } = await filling.standing(id, words.language)
      const title = titleIn(form, words.language)
      return {
        text: [
          words('questionnaires:moved.text', { title }),
          ...(toLookAt > 0 ? [words('questionnaires:moved.again', { count: toLookAt })] : []),
        ].join('\n'),
        ...(isPaused ? { keyboard: [resumeRow(words, id, title)] } : {}),
      }
    })
    if (isPaused) return
    await people.tell(
      holder,
      async (words) => standingView(words, await filling.standing(id, words.language)),
      { screen: screenOf(id) },
    )
  }
}

const question = (words: Words, questionnaireId: number, count: number): Message => ({
  text: words('formdesk:moving.ask', { count }),
  keyboard: [
    [
      {
        text: words.plain('formdesk:moving.yes'),
        callback_data: buttons.moveDrafts.pack({ questionnaireId }),
      },
    ],
    [{ text: words.plain('bot:back'), callback_data: buttons.deskForm.pack({ questionnaireId }) }],
  ],
})
