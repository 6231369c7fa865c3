import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { DraftSitting } from '../../../bot/drafts/draft-sitting.ts'
import type { HomePart } from '../../../bot/feature.ts'
import type { Message } from '../../../bot/messenger.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { titleOf as titleOfActivity, type Activities, type Activity } from '../../activities/index.ts'
import type { formsOf } from '../actions/forms-of.ts'
import type { Opened, openResponse } from '../actions/open-response.ts'
import { mayEdit } from '../actions/submit-response.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { titleIn } from '../domain/form-language.ts'
import { numberInLink } from '../domain/link-name.ts'
import { referenceOf, type Questionnaire, type Response } from '../domain/questionnaire.ts'
import { editForm, listForms, openForActivity, openForFirm, openForm, resumeForm } from './buttons.ts'
import { formsList, type FormsListNeeds } from './forms-list.ts'
import { whichFirm, withoutFirm } from './forms-views.ts'
import type { ConfirmingAnswers } from './confirming-answers.ts'

export interface FormsNeeds extends FormsListNeeds {
  questionnaires: QuestionnaireStore
  opening: ReturnType<typeof openResponse>
  forms: ReturnType<typeof formsOf>
  sitting: DraftSitting
  clock: Clock
  confirming: Pick<ConfirmingAnswers, 'card'>
  activities: Pick<Activities, 'store' | 'wayToTrips'>
  /** The person behind whoever is chatting; made now if there is none. */
  becomePerson(chat: Chat): Promise<number>
  /** Pauses what other rooms have open for this person. */
  pauseOthers(chat: Chat): Promise<void>
}

/** `/forms`, the link of a questionnaire, and what leads from there into one. */
export function formsChat(needs: FormsNeeds) {
  const { questionnaires, activities, opening, forms, sitting, clock } = needs
  const { listMessage, waysBack } = formsList(needs)
  const chat = new Composer<Chat>()

  chat.command('forms', async (asked) => asked.tell(await listMessage(asked)))
  chat.callbackQuery(listForms.pattern, async (tapped) => tapped.turn(await listMessage(tapped)))
  chat.callbackQuery(openForm.pattern, async (tapped) => {
    const { questionnaireId } = openForm.unpack(tapped.callbackQuery.data)
    await open(tapped, questionnaireId)
  })
  chat.callbackQuery(openForFirm.pattern, async (tapped) => {
    const { questionnaireId, firmId } = openForFirm.unpack(tapped.callbackQuery.data)
    await open(tapped, questionnaireId, { firmId })
  })
  chat.callbackQuery(openForActivity.pattern, async (tapped) => {
    const { questionnaireId, activityId, firmId } = openForActivity.unpack(tapped.callbackQuery.data)
    await open(tapped, questionnaireId, { activityId, ...(firmId === 0 ? {} : { firmId }) })
  })
  chat.callbackQuery(resumeForm.pattern, async (tapped) => {
    const { responseId } = resumeForm.unpack(tapped.callbackQuery.data)
    const personId = await needs.becomePerson(tapped)
    await needs.pauseOthers(tapped)
    const draft = await opening.resume(responseId, personId)
    await sitting.sitDown(tapped, draft.id)
  })
  chat.callbackQuery(editForm.pattern, async (tapped) => {
    const { responseId } = editForm.unpack(tapped.callbackQuery.data)
    const personId = await needs.becomePerson(tapped)
    const draft = await opening.edit(responseId, personId)
    await needs.pauseOthers(tapped)
    await sitting.sitDown(tapped, draft.id)
  })

  async function open(
    opened: Chat,
    questionnaireId: number,
    chosen: { firmId?: number; activityId?: number } = {},
  ): Promise<void> {
    const personId = await needs.becomePerson(opened)
    const found = await opening.open({ questionnaireId, personId, ...chosen })
    if (found.kind !== 'draft') return opened.tell(await cardMessage(opened, found))
    await needs.pauseOthers(opened)
    if (found.isTakenOver) opened.tell({ text: opened.words(takenOverText(found.response)) })
    await sitting.sitDown(opened, found.response.id)
  }

  async function cardMessage(seen: Chat, found: Exclude<Opened, { kind: 'draft' }>): Promise<Message> {
    const { words } = seen
    const { questionnaire } = found
    if (found.kind === 'withoutFirm')
      return withoutFirm(
        words,
        await titleOf(questionnaire, words.language),
        needs.activities.wayToTrips(words),
      )
    if (found.kind === 'whichFirm')
      return whichFirm(words, await titleOf(questionnaire, words.language), found)
    if (found.kind === 'whichActivity') return whichActivity(words, found)
    const { response } = found
    const isOthers = response.submittedBy !== null && response.submittedBy !== seen.viewer.personId
    if (isOthers && !questionnaire.isAnonymous) return needs.confirming.card(seen, response.id)
    const title = titleIn(await questionnaires.form(response.versionId), words.language)
    if (!mayEdit(questionnaire, response, clock.now()))
      return {
        text:
          response.number === null
            ? words('questionnaires:card.answered', { title })
            : words('questionnaires:card.submitted', {
                title,
                reference: referenceOf(questionnaire, response.number),
              }),
      }
    return {
      text: words('questionnaires:card.submitted', {
        title,
        reference: referenceOf(questionnaire, response.number),
      }),
      keyboard: [
        [
          {
            text: words.plain('questionnaires:card.change'),
            callback_data: editForm.pack({ responseId: response.id }),
          },
        ],
      ],
    }
  }

  /** Somebody takes part in several activities whose form it is. */
  async function whichActivity(
    words: Words,
    { questionnaire, activityIds, firmId }: Extract<Opened, { kind: 'whichActivity' }>,
  ): Promise<Message> {
    const known = await activities.store.byIds(activityIds)
    return {
      text: words('questionnaires:card.whichActivity', {
        title: await titleOf(questionnaire, words.language),
      }),
      keyboard: activityIds.map((activityId) => [
        {
          text: shortenedTo(nameOf(known.get(activityId), words.language), 50),
          callback_data: openForActivity.pack({
            ...{ questionnaireId: questionnaire.id, activityId, firmId: firmId ?? 0 },
          }),
        },
      ]),
    }
  }

  const nameOf = (activity: Activity | undefined, language: Language): string =>
    activity ? titleOfActivity(activity, language) : ''

  const titleOf = async ({ versionId, formId }: Questionnaire, language: Language): Promise<string> =>
    versionId === null ? formId : titleIn(await questionnaires.form(versionId), language)

  /** What waits for somebody, on the home card. */
  async function home({ words, viewer }: Chat): Promise<HomePart | undefined> {
    if (viewer.personId === null) return undefined
    const { waiting, drafts } = await forms(viewer.personId)
    const count = waiting.length + drafts.length
    if (count === 0) return undefined
    return {
      lines: [words('questionnaires:home.waiting', { count })],
      buttons: [[{ text: words.plain('questionnaires:home.button'), callback_data: listForms.pack({}) }]],
    }
  }

  /** The link of a questionnaire: its id, in whatever case, or its number. */
  async function openLink(opened: Chat, formId: string): Promise<void> {
    const number = numberInLink(formId)
    const questionnaire = await (number === undefined
      ? questionnaires.byFormId(formId)
      : questionnaires.read(number))
    if (!questionnaire) throw questionnaireErrors.unknown()
    await open(opened, questionnaire.id)
  }

  return { chat, home, waysBack, openLink }
}

const takenOverText = ({ filledBy }: Response) =>
  filledBy === null ? 'questionnaires:ask.takenOver' : 'questionnaires:ask.takenOverOnSite'
